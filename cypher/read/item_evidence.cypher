// question: Where do the title and number of these points stand?
// question_da: Hvor står punkternes titel og nummer?
// parameters:
//   ids: list — ids of points
// columns: item, evidence
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})
RETURN i.id AS item,
       COLLECT { MATCH (i)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
