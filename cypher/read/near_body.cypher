// question: Which bodies are there, for near matches?
// question_da: Hvilke udvalg findes?
// parameters:
//   limit: integer — how many rows at most
// columns: id, name
MATCH (n:Body)
RETURN n.id AS id, n.name AS name
ORDER BY id
LIMIT $limit
