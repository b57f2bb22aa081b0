// question: Which bodies are to treat these points' matters, and when?
// question_da: Hvilke udvalg skal behandle sagen, og hvornår?
// parameters:
//   ids: list — ids of points
// columns: item, fact, body, shown_at, evidence
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})-[:HAS_STEP]->(x:ProcedureStep)
OPTIONAL MATCH (x)-[:PLANNED_IN]->(b:Body)
RETURN i.id AS item, x{.*} AS fact, b{.id, .name} AS body,
       head(COLLECT { MATCH (x)-[:SHOWN_BY]->(:Decision)<-[:HAS_DECISION]-(o:AgendaItem) RETURN o.id AS id }) AS shown_at,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY item, x.ordinal, x.id
