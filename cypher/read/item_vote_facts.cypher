// question: Why did they vote so at these points, and what was brought before another body?
// question_da: Hvorfor stemte de sådan, og hvad blev indbragt for et andet organ?
// parameters:
//   ids: list — ids of points
// columns: vote, label, fact, evidence
UNWIND $ids AS key
WITH *
MATCH (:AgendaItem {id: key})-[:HAS_DECISION]->(:Decision)-[:HAS_VOTE]->(v:Vote)-[:HAS_EXPLANATION|HAS_REFERRAL]->(x)
RETURN v.id AS vote, labels(x)[0] AS label, x{.*} AS fact,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY vote, x.id
