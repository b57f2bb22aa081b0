// question: Which documents are there, for near matches?
// question_da: Hvilke dokumenter findes?
// parameters:
//   limit: integer — how many rows at most
// columns: id, name
MATCH (n:Document)
RETURN n.id AS id, n.name AS name
ORDER BY id
LIMIT $limit
