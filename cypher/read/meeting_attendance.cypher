// question: Who was at a meeting, and who was not?
// question_da: Hvem var til stede, og hvem var fraværende?
// parameters:
//   id: string — the id of a meeting
//   limit: integer — how many rows at most
// columns: meeting, fact, person, evidence
MATCH (meeting:Meeting {id: $id})<-[:AT_MEETING]-(x:Attendance)
OPTIONAL MATCH (p:Person)-[:HAS_ATTENDANCE]->(x)
WITH meeting, x, p, COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.document <> meeting.leading_document, e.line, e.start, e.id, r.field } AS evidence
RETURN meeting.id AS meeting, x{.*} AS fact, p{.id, .name} AS person, evidence
ORDER BY coalesce(evidence[0].line, 0), coalesce(evidence[0].start, 0), x.id
LIMIT $limit
