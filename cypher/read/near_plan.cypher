// question: Which plans are there, for near matches?
// question_da: Hvilke planer findes?
// parameters:
//   beginning: string — only ids that begin so; empty for all
//   limit: integer — how many rows at most
// columns: id, name
MATCH (x:Plan)
WHERE x.id STARTS WITH $beginning
RETURN x.id AS id, x.name AS name
ORDER BY id
LIMIT $limit
