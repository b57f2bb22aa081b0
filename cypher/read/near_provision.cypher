// question: Which ids are there?
// question_da: Hvilke id'er findes?
// parameters:
//   limit: integer — how many rows at most
// columns: id, name
MATCH (x:Provision)
RETURN x.id AS id, x.name AS name
ORDER BY id
LIMIT $limit
