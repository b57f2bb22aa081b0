// question: Which minutes are missing: meetings that other minutes tell of, and how much hangs on them?
// question_da: Hvilke referater mangler, og hvor meget hænger på dem?
// parameters:
//   body: string = — only bodies whose name holds this; empty for all
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 200 — how many rows at most
// columns: municipality, body, date, expected, cases, points, told_by, meeting
// theme: graph
// next: case_bodies, documents_with_warnings
//
// `expected`: after the newest minutes at hand, so that they may not be out yet. `cases`: how many cases tell of it.
// `told_by`: ids of the points that refer to it, quote it or plan it.
// example:
// example: body=byrådet
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:LACKS_MINUTES_OF]->(m:Meeting)
WHERE ($municipality = '' OR k.id = $municipality) AND ($body = '' OR toLower(b.name) CONTAINS toLower($body))
WITH k, b, m, COLLECT { MATCH (m)<-[:TELLS_OF]-(i:AgendaItem) RETURN DISTINCT i.id AS id ORDER BY id } AS told_by
RETURN k.name AS municipality, b.name AS body, m.date AS date, coalesce(m.expected, false) AS expected,
       coalesce(m.matters, 0) AS cases, size(told_by) AS points, told_by, m.id AS meeting
ORDER BY expected, cases DESC, points DESC, coalesce(toString(date), ''), meeting
LIMIT $limit
