// question: Write the terms of nodes of one label; __LABEL__ is a label of graph/schema.toml.
// question_da: Skriv søgeord.
// parameters: rows: rows — id, terms
UNWIND $rows AS row
WITH *
MATCH (n:__LABEL__ {id: row.id})
SET n.terms = row.terms
