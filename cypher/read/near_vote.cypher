// question: Which votes are there, for near matches?
// question_da: Hvilke afstemninger findes?
// parameters:
//   beginning: string — only ids that begin so; empty for all
//   limit: integer — how many rows at most
// columns: id, name
MATCH (x:Vote)
WHERE x.id STARTS WITH $beginning
RETURN x.id AS id, coalesce(x.motion, x.result_text, '') AS name
ORDER BY id
LIMIT $limit
