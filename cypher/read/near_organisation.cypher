// question: Which organisations are there, for near matches?
// question_da: Hvilke organisationer findes?
// parameters:
//   limit: integer — how many rows at most
// columns: id, name
MATCH (n:Organisation)
RETURN n.id AS id, n.name AS name
ORDER BY id
LIMIT $limit
