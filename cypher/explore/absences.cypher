// question: When was somebody absent or disqualified, from a whole meeting or at some points?
// question_da: Hvornår var vedkommende fraværende eller inhabil?
// parameters:
//   name: string — name of the person, or part of it
//   limit: integer = 500 — how many rows at most
// columns: name, date, municipality, body, status, points
// theme: people
// next: attendance, memberships
//
// `points` is empty for the whole meeting.
// example: name=Friborg-Thy
// example: name=Klitgård
MATCH (p:Person)-[:HAS_ATTENDANCE]->(x:Attendance)
WHERE toLower(p.name) CONTAINS toLower($name) AND x.status IN ['absent', 'disqualified']
OPTIONAL MATCH (x)-[:AT_ITEM]->(i:AgendaItem)<-[:HAS_ITEM]-(at_item:Meeting)
OPTIONAL MATCH (x)-[:AT_MEETING]->(whole:Meeting)
WITH p, x, i, coalesce(at_item, whole) AS m
ORDER BY i.ordinal, i.id
WITH p, m, x.status AS status, collect(DISTINCT i.number) AS points
MATCH (m)<-[:HELD]-(b:Body)<-[:HAS_BODY]-(k:Municipality)
RETURN p.name AS name, m.date AS date, k.name AS municipality, b.name AS body, status, points
ORDER BY name, coalesce(toString(date), ''), body, status, p.id
LIMIT $limit
