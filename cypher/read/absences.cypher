// question: From what was a person absent here: which meeting, and which point where it is one?
// question_da: Hvad var personen fraværende fra?
// parameters:
//   ids: list — ids of entries on lists of who was there
// columns: meeting, item, fact, person, evidence
//
// The id is looked up before its relation: in one pattern the embedded engine walks all relations of that kind.
UNWIND $ids AS key
WITH *
MATCH (x:Attendance {id: key})
WITH *
MATCH (p:Person)-[:HAS_ATTENDANCE]->(x)
OPTIONAL MATCH (x)-[:AT_MEETING]->(m:Meeting)
OPTIONAL MATCH (x)-[:AT_ITEM]->(i:AgendaItem)<-[:HAS_ITEM]-(n:Meeting)
RETURN coalesce(m.id, n.id) AS meeting, i.id AS item, x{.*} AS fact, p{.id, .name} AS person,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY x.id
