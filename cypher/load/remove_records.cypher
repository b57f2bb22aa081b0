// question: Remove what was read in these documents.
// question_da: Fjern aflæsningerne af disse dokumenter.
// parameters: documents: list — sha256 of files
UNWIND $documents AS id
WITH *
MATCH (:Document {id: id})-[:HAS_RECORD]->(r:Record)
DETACH DELETE r
