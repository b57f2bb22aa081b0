// question: Which decisions at these points were brought before another body?
// question_da: Hvilke beslutninger blev indbragt for et andet organ?
// parameters:
//   ids: list — ids of points
// columns: vote, fact, evidence
UNWIND $ids AS key
WITH *
MATCH (:AgendaItem {id: key})-[:HAS_DECISION]->(:Decision)-[:HAS_VOTE]->(v:Vote)-[:HAS_REFERRAL]->(x:Referral)
RETURN v.id AS vote, x{.*} AS fact,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY vote, x.id
