// question: All nodes of one label; __LABEL__ is a label of graph/schema.toml.
// question_da: Alle knuder med én etiket.
// parameters: -
// columns: id, props
MATCH (n:__LABEL__)
RETURN n.id AS id, properties(n) AS props
