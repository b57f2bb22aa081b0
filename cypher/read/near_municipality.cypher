// question: Which municipalities are there, for near matches?
// question_da: Hvilke kommuner findes?
// parameters:
//   limit: integer — how many rows at most
// columns: id, name
MATCH (n:Municipality)
RETURN n.id AS id, n.name AS name
ORDER BY id
LIMIT $limit
