// question: Which points are there, for near matches?
// question_da: Hvilke punkter findes?
// parameters:
//   beginning: string — only ids that begin so; empty for all
//   limit: integer — how many rows at most
// columns: id, name
MATCH (n:AgendaItem)
WHERE n.id STARTS WITH $beginning
RETURN n.id AS id, n.title AS name
ORDER BY id
LIMIT $limit
