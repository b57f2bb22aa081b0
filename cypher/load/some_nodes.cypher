// question: The nodes of one label that have these ids; __LABEL__ is a label of graph/schema.toml.
// question_da: Knuder med disse id'er.
// parameters:
//   ids: list — ids
// columns: id, props
UNWIND $ids AS key
WITH *
MATCH (n:__LABEL__ {id: key})
RETURN n.id AS id, properties(n) AS props
ORDER BY id
