// question: Which decisions are there, for near matches?
// question_da: Hvilke beslutninger findes?
// parameters:
//   beginning: string — only ids that begin so; empty for all
//   limit: integer — how many rows at most
// columns: id, name
MATCH (x:Decision)
WHERE x.id STARTS WITH $beginning
RETURN x.id AS id, left(coalesce(x.text, ''), 200) AS name
ORDER BY id
LIMIT $limit
