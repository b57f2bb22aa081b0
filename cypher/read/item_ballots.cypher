// question: Who voted how at these points?
// question_da: Hvem stemte hvad?
// parameters:
//   ids: list — ids of points
// columns: vote, fact, person, evidence
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})
WITH *
MATCH (i)<-[:HAS_ITEM]-(meeting:Meeting)
WITH *
MATCH (i)-[:HAS_DECISION]->(:Decision)-[:HAS_VOTE]->(v:Vote)-[:HAS_BALLOT]->(x:Ballot)
OPTIONAL MATCH (x)-[:CAST_BY]->(p:Person)
WITH v, x, p, COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.document <> meeting.leading_document, e.line, e.start, e.id, r.field } AS evidence
RETURN v.id AS vote, x{.*} AS fact, p{.id, .name} AS person, evidence
ORDER BY vote, coalesce(evidence[0].start, 0), x.id
