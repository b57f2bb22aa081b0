// question: Which meetings are there, for near matches?
// question_da: Hvilke møder findes?
// parameters:
//   limit: integer — how many rows at most
// columns: id, name
MATCH (n:Meeting)
RETURN n.id AS id, n.id AS name
ORDER BY id
LIMIT $limit
