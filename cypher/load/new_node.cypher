// question: Write nodes of one label that are not in the graph; __LABEL__ is a label of graph/schema.toml.
// question_da: Skriv nye knuder med én etiket.
// parameters: rows: rows — props (all properties, id among them)
UNWIND $rows AS row
WITH *
CREATE (n:__LABEL__)
SET n = row.props
