// question: What are these conflicts: at which point, and what do both statements say?
// question_da: Hvilke modstridende oplysninger er det?
// parameters:
//   ids: list — ids of conflicts
// columns: item, fact, evidence
//
// The id is looked up before its relation: in one pattern the embedded engine walks all relations of that kind.
UNWIND $ids AS key
WITH *
MATCH (x:Conflict {id: key})
WITH *
MATCH (i:AgendaItem)-[:HAS_CONFLICT]->(x)
RETURN i.id AS item, x{.*} AS fact,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY item, x.id
