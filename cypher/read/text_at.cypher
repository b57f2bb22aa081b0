// question: What is printed around this line, as far as the graph holds the text of points?
// question_da: Hvad står der omkring linjen?
// parameters:
//   id: string — sha256 of a document
//   line: integer — from 1, in the document
// columns: text, line_numbers
MATCH (:Document {id: $id})<-[:DOCUMENTED_BY]-(x:Meeting)-[:HAS_ITEM]->(i:AgendaItem)
WHERE x.leading_document = $id AND i.first_line <= $line AND $line <= i.last_line
RETURN i.text AS text, i.line_numbers AS line_numbers
ORDER BY i.id
LIMIT 1
