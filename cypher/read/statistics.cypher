// question: How much does the graph hold?
// question_da: Hvor meget er der i grafen?
// parameters: none
// columns: label, count
MATCH (n)
WHERE NOT n:Migration AND NOT n:Turn
RETURN labels(n)[0] AS label, count(*) AS count
ORDER BY label
