// question: Write from where documents were read.
// question_da: Skriv, hvorfra dokumenter er læst.
// parameters: rows: rows — document (sha256), source (id)
UNWIND $rows AS row
WITH *
MATCH (d:Document {id: row.document})
MATCH (s:Source {id: row.source})
MERGE (d)-[:READ_FROM]->(s)
