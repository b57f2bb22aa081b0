// question: Which meetings are there, for near matches?
// question_da: Hvilke møder findes?
// parameters:
//   beginning: string — only ids that begin so; empty for all
//   limit: integer — how many rows at most
// columns: id, name
MATCH (n:Meeting)
WHERE n.id STARTS WITH $beginning
RETURN n.id AS id, n.id AS name
ORDER BY id
LIMIT $limit
