// question: Why did they vote so at these points?
// question_da: Hvorfor stemte de sådan?
// parameters:
//   ids: list — ids of points
// columns: vote, fact, evidence
UNWIND $ids AS key
WITH *
MATCH (:AgendaItem {id: key})-[:HAS_DECISION]->(:Decision)-[:HAS_VOTE]->(v:Vote)-[:HAS_EXPLANATION]->(x:Explanation)
RETURN v.id AS vote, x{.*} AS fact,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY vote, x.id
