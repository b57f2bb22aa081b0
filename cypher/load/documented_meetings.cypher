// question: Of which meetings do these documents tell, and how many points do these have?
// question_da: Hvilke møder fortæller disse dokumenter om?
// parameters: documents: list — sha256 of files
// columns: document, meeting, items
UNWIND $documents AS id
WITH *
MATCH (d:Document {id: id})<-[:DOCUMENTED_BY]-(m:Meeting)
RETURN DISTINCT d.id AS document, m.id AS meeting, COUNT { MATCH (m)-[:HAS_ITEM]->(:AgendaItem) } AS items
ORDER BY document, meeting
