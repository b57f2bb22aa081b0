// question: Which persons are there, for near matches?
// question_da: Hvilke personer findes?
// parameters:
//   limit: integer — how many rows at most
// columns: id, name
MATCH (n:Person)
RETURN n.id AS id, n.name AS name
ORDER BY id
LIMIT $limit
