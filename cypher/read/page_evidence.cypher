// question: Which facts stand on this page of a document, and where?
// question_da: Hvad er læst på siden?
// parameters:
//   id: string — sha256 of a document
//   page: integer — from 1
//   limit: integer = 300 — how many at most
// columns: start, line, quote
MATCH (:Document {id: $id})<-[:IN_DOCUMENT]-(e)
WHERE e.page = $page
RETURN DISTINCT e.start AS start, e.line AS line, e.quote AS quote
ORDER BY start, line, quote
LIMIT $limit
