// question: What are the municipalities called?
// question_da: Hvad hedder kommunerne?
// parameters:
//   id: string — only this one; empty for all
//   limit: integer — how many rows at most
// columns: id, name
MATCH (m:Municipality)
WHERE $id = '' OR m.id = $id
RETURN m.id AS id, m.name AS name
ORDER BY id
LIMIT $limit
