// question: What are the nodes of one label called, from one id on? __LABEL__ is a label of graph/schema.toml.
// question_da: Hvad hedder disse?
// parameters:
//   after: string — only ids after this one
//   limit: integer — how many rows at most
// columns: props
MATCH (n:__LABEL__)
WHERE n.id > $after
RETURN properties(n) AS props
ORDER BY n.id
LIMIT $limit
