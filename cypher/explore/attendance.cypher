// question: Who was present at a meeting, and who was absent?
// question_da: Hvem var til stede på mødet, og hvem var fraværende?
// parameters:
//   date: string — the day (ISO), or its beginning: 2025-11, 2025
//   body: string = — only bodies whose name holds this; empty for all
//   status: string = — only present, absent or disqualified; empty for all
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 500 — how many rows at most
// columns: date, municipality, body, name, party, status, role, document, line
// theme: people
// next: absences, memberships
//
// As the head of the minutes says it; who missed single points is in `absences`. `party`: as printed there.
// example: date=2024-04-30
// example: date=2025-11 status=absent
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(m:Meeting)<-[:AT_MEETING]-(x:Attendance {scope: 'meeting'})<-[:HAS_ATTENDANCE]-(p:Person)
WHERE toString(m.date) STARTS WITH $date
  AND ($municipality = '' OR k.id = $municipality)
  AND ($body = '' OR toLower(b.name) CONTAINS toLower($body))
  AND ($status = '' OR x.status = $status)
CALL (x) {
  OPTIONAL MATCH (x)-[:HAS_EVIDENCE]->(e:Evidence)-[:IN_DOCUMENT]->(o:Document)
  RETURN o.name AS document, e.line AS line
  ORDER BY document, line
  LIMIT 1
}
RETURN m.date AS date, k.name AS municipality, b.name AS body, p.name AS name, x.party_surface AS party, x.status AS status,
       x.kind AS role, document, line
ORDER BY date, municipality, body, document, line, name, x.id
LIMIT $limit
