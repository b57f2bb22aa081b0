// question: Which persons are there, for near matches?
// question_da: Hvilke personer findes?
// parameters:
//   beginning: string — only ids that begin so; empty for all
//   limit: integer — how many rows at most
// columns: id, name
MATCH (n:Person)
WHERE n.id STARTS WITH $beginning
RETURN n.id AS id, n.name AS name
ORDER BY id
LIMIT $limit
