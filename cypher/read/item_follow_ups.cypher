// question: What was asked for, promised or postponed at these points?
// question_da: Hvad blev der bedt om, lovet eller udsat?
// parameters:
//   ids: list — ids of points
// columns: item, fact, evidence
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})-[:HAS_FOLLOW_UP]->(x:FollowUp)
RETURN i.id AS item, x{.*} AS fact,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY item, coalesce(x.due, ''), x.id
