// question: Is there anything in the graph, beside what the store notes about itself?
// question_da: Er der noget i grafen?
// parameters: none
// columns: id
MATCH (n)
WHERE NOT n:Migration AND NOT n:Turn AND NOT n:Restoring
RETURN n.id AS id
LIMIT 1
