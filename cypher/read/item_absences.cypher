// question: Who was absent or disqualified at these points, or absent from their whole meeting?
// question_da: Hvem var fraværende eller inhabil?
// parameters:
//   ids: list — ids of points
// columns: item, fact, person, evidence
UNWIND $ids AS key
WITH *
CALL (key) {
  MATCH (i:AgendaItem {id: key})<-[:AT_ITEM]-(x:Attendance)
  RETURN i, x
  UNION ALL
  MATCH (i:AgendaItem {id: key})<-[:HAS_ITEM]-(:Meeting)<-[:AT_MEETING]-(x:Attendance)
  WHERE x.status = 'absent'
  RETURN i, x
}
OPTIONAL MATCH (p:Person)-[:HAS_ATTENDANCE]->(x)
RETURN i.id AS item, x{.*} AS fact, p{.id, .name} AS person,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY item, x.scope DESC, x.name, x.id
