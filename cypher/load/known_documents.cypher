// question: Which of these documents are in the graph, and what was read in them?
// question_da: Hvilke af disse dokumenter er i grafen?
// parameters: documents: list — sha256 of files
// columns: document, records
UNWIND $documents AS id
WITH *
MATCH (d:Document {id: id})
OPTIONAL MATCH (d)-[:HAS_RECORD]->(r:Record)
RETURN properties(d) AS document, collect(r {.id, .group, .start_time, .digest}) AS records
