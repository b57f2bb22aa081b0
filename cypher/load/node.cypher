// question: Write nodes of one label; __LABEL__ is a label of graph/schema.toml.
// question_da: Skriv knuder med én etiket.
// parameters: rows: rows — id, props (all properties, id among them)
UNWIND $rows AS row
WITH *
MERGE (n:__LABEL__ {id: row.id})
SET n = row.props
