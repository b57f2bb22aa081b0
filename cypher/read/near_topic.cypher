// question: Which KLE topics are there, for near matches?
// question_da: Hvilke KLE-emner findes?
// parameters:
//   beginning: string — only ids that begin so; empty for all
//   limit: integer — how many rows at most
// columns: id, name
MATCH (x:Topic)
WHERE x.id STARTS WITH $beginning
RETURN x.id AS id, x.number AS name
ORDER BY id
LIMIT $limit
