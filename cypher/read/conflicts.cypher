// question: What are these conflicts: at which point, and what do both statements say?
// question_da: Hvilke modstridende oplysninger er det?
// parameters:
//   ids: list — ids of conflicts
// columns: item, fact, evidence
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem)-[:HAS_CONFLICT]->(x:Conflict {id: key})
RETURN i.id AS item, x{.*} AS fact,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY item, x.id
