// question: What is said in two ways at these points?
// question_da: Hvad siges på to måder i punkterne?
// parameters:
//   ids: list — ids of points
// columns: item, fact, evidence
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})-[:HAS_CONFLICT]->(x:Conflict)
RETURN i.id AS item, x{.*} AS fact,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY item, x.id
