// question: What are these documents called, and which facts of these meetings have people corrected, in which fields?
// question_da: Hvad hedder disse dokumenter, og hvad er rettet i disse møder?
// parameters:
//   documents: list — sha256 of documents
//   meetings: list — ids of meetings
// columns: id, name, corrected
CALL () {
  UNWIND $documents AS key
  WITH *
  MATCH (d:Document {id: key})
  RETURN d.id AS id, d.name AS name, null AS corrected
  UNION ALL
  UNWIND $meetings AS key
  WITH *
  MATCH (m:Meeting {id: key})
  WITH *
  MATCH (m)-[:HAS_CORRECTION]->(c:Correction {status: 'applied'})
  RETURN c.fact AS id, null AS name, c.field AS corrected
}
RETURN id, name, corrected
ORDER BY id, coalesce(corrected, '')
