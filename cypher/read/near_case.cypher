// question: Which cases are there, for near matches?
// question_da: Hvilke sager findes?
// parameters:
//   limit: integer — how many rows at most
// columns: id, name
MATCH (n:Case)
RETURN n.id AS id, n.title AS name
ORDER BY id
LIMIT $limit
