// question: Which of these documents were taken out of the graph?
// question_da: Hvilke af disse dokumenter er taget ud af grafen?
// parameters: documents: list — sha256 of files
// columns: tombstone
UNWIND $documents AS id
WITH *
MATCH (t:Tombstone {id: id})
RETURN properties(t) AS tombstone
ORDER BY t.id
