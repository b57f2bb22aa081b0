// question: Which votes were taken at these points: motion, mover, tally, result?
// question_da: Hvilke afstemninger var der?
// parameters:
//   ids: list — ids of points
// columns: item, decision, fact, mover, evidence
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})-[:HAS_DECISION]->(d:Decision)-[:HAS_VOTE]->(x:Vote)
OPTIONAL MATCH (x)-[:MOVED_BY]->(p:Person)
RETURN i.id AS item, d.id AS decision, x{.*} AS fact, p{.id, .name} AS mover,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY item, x.ordinal, x.id
