// question: Which cases are there, in the order of their ids, from a place in that order on?
// question_da: Hvilke sider er der?
// parameters:
//   skip: integer — how many come before
//   limit: integer — how many rows at most
// columns: kind, id, date
MATCH (c:Case)
RETURN 'case' AS kind, c.id AS id, c.last_date AS date
ORDER BY id
SKIP $skip
LIMIT $limit
