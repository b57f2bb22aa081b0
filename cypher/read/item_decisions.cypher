// question: What was decided at these points, by which body, on which date?
// question_da: Hvad blev besluttet, af hvem og hvornår?
// parameters:
//   ids: list — ids of points
// columns: item, fact, body, counts_at, evidence
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})-[:HAS_DECISION]->(x:Decision)
OPTIONAL MATCH (x)-[:MADE_BY]->(b:Body)
RETURN i.id AS item, x{.*} AS fact, b{.id, .name} AS body,
       head(COLLECT { MATCH (x)-[:SAME_DECISION]->(o:Decision) RETURN o.id AS id }) AS counts_at,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY item, x.ordinal, x.id
