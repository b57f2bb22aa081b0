// question: Write nodes of one label that are not in the graph; __LABEL__ is a label of graph/schema.toml.
// question_da: Skriv nye knuder med én etiket.
// parameters: rows: rows — the properties; __NAME__ stands for each that the label may have
UNWIND $rows AS row
WITH *
CREATE (:__LABEL__ {__NAME__: row.__NAME__})
