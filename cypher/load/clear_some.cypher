// question: Delete some of the graph, and leave what the store notes about itself.
// question_da: Slet noget af grafen.
// parameters:
//   limit: integer — how many nodes at most
// columns: cleared
MATCH (n)
WHERE NOT n:Migration AND NOT n:Turn AND NOT n:Restoring
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS cleared
