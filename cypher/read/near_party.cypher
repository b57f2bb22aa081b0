// question: Which parties are there, for near matches?
// question_da: Hvilke partier findes?
// parameters:
//   beginning: string — only ids that begin so; empty for all
//   limit: integer — how many rows at most
// columns: id, name
MATCH (x:Party)
WHERE x.id STARTS WITH $beginning
RETURN x.id AS id, x.name AS name
ORDER BY id
LIMIT $limit
