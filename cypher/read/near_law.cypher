// question: Which laws are there, for near matches?
// question_da: Hvilke love findes?
// parameters:
//   limit: integer — how many rows at most
// columns: id, name
MATCH (n:Law)
RETURN n.id AS id, n.title AS name
ORDER BY id
LIMIT $limit
