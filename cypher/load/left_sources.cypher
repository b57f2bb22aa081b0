// question: Forget that other documents lay where this one lies now.
// question_da: Glem, at andre dokumenter lå, hvor dette nu ligger.
// parameters: rows: rows — document (sha256), source (id)
UNWIND $rows AS row
WITH *
MATCH (d:Document)-[r:READ_FROM]->(:Source {id: row.source})
WHERE d.id <> row.document
DELETE r
