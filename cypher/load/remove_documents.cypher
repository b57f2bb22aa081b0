// question: Remove these documents.
// question_da: Fjern disse dokumenter.
// parameters: documents: list — sha256 of files
UNWIND $documents AS id
WITH *
MATCH (d:Document {id: id})
DETACH DELETE d
