// question: What stands at these points: sections, recommendations, notices, promises?
// question_da: Hvad står der på punkterne: afsnit, indstillinger, meddelelser, løfter?
// parameters:
//   ids: list — ids of points
//   labels: list — Section, Recommendation, Attachment, Notice, FollowUp, Conflict: which of them
// columns: item, label, fact, evidence
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})-[:HAS_SECTION|HAS_RECOMMENDATION|HAS_ATTACHMENT|HAS_NOTICE|HAS_FOLLOW_UP|HAS_CONFLICT]->(x)
WHERE labels(x)[0] IN $labels
RETURN i.id AS item, labels(x)[0] AS label, x{.*} AS fact,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY item, coalesce(x.ordinal, 0), coalesce(x.due, ''), x.id
