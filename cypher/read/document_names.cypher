// question: What are these documents called?
// question_da: Hvad hedder disse dokumenter?
// parameters:
//   ids: list — sha256 of documents
// columns: id, name
UNWIND $ids AS key
WITH *
MATCH (d:Document {id: key})
RETURN d.id AS id, d.name AS name
