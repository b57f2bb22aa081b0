// question: Which ids are there?
// question_da: Hvilke id'er findes?
// parameters:
//   limit: integer — how many rows at most
// columns: id, name
MATCH (x:Vote)
RETURN x.id AS id, coalesce(x.motion, x.result_text, '') AS name
ORDER BY id
LIMIT $limit
