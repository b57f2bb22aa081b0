// question: Which points are there, for near matches?
// question_da: Hvilke punkter findes?
// parameters:
//   limit: integer — how many rows at most
// columns: id, name
MATCH (n:AgendaItem)
RETURN n.id AS id, n.title AS name
ORDER BY id
LIMIT $limit
