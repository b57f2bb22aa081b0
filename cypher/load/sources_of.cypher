// question: From where were these documents read?
// question_da: Hvorfra er disse dokumenter læst?
// parameters: documents: list — sha256 of files
// columns: document, sources
UNWIND $documents AS id
WITH *
MATCH (d:Document {id: id})
RETURN d.id AS document,
       COLLECT { MATCH (d)-[:READ_FROM]->(s:Source) RETURN properties(s) AS x ORDER BY s.address } AS sources
