// question: Which meetings with minutes are there, in the order of their ids, from a place in that order on?
// question_da: Hvilke sider er der?
// parameters:
//   skip: integer — how many come before
//   limit: integer — how many rows at most
// columns: kind, id, date
MATCH (m:Meeting)
WHERE m.status <> 'referenced'
RETURN 'meeting' AS kind, m.id AS id, m.date AS date
ORDER BY id
SKIP $skip
LIMIT $limit
