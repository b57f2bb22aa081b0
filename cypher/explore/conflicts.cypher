// question: Where do minutes contradict themselves?
// question_da: Hvor modsiger referaterne sig selv?
// parameters:
//   kind: string = — only tally-names, absent-voted, absence-source, decision-twice, meeting-dates, decision-retold or reference-target; empty for all
//   municipality: string = — only this municipality, by part of its name; empty for all
//   limit: integer = 200 — how many rows at most
// columns: date, municipality, body, point, title, kind, subject, statement_a, document_a, line_a, statement_b, document_b, line_b, status, item
// theme: graph
// next: documents_with_warnings
//
// Both statements stand as printed, and neither is preferred.
// example: kind=tally-names
// example:
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_CONFLICT]->(c:Conflict)
WHERE ($kind = '' OR c.kind = $kind) AND ($municipality = '' OR toLower(k.name) CONTAINS toLower($municipality))
CALL (c) {
  OPTIONAL MATCH (c)-[:HAS_EVIDENCE {field: 'statement_a'}]->(e:Evidence)-[:IN_DOCUMENT]->(o:Document)
  RETURN o.name AS document_a, e.line AS line_a
  ORDER BY document_a, line_a
  LIMIT 1
}
CALL (c, document_a) {
  OPTIONAL MATCH (c)-[:HAS_EVIDENCE {field: 'statement_b'}]->(e:Evidence)-[:IN_DOCUMENT]->(o:Document)
  RETURN o.name AS document_b, e.line AS line_b
  ORDER BY o.name <> document_a, document_b, line_b
  LIMIT 1
}
RETURN i.date AS date, k.name AS municipality, b.name AS body, i.number AS point, i.title AS title, c.kind AS kind,
       c.subject AS subject, c.statement_a AS statement_a, document_a, line_a, c.statement_b AS statement_b,
       document_b, line_b, c.status AS status, i.id AS item
ORDER BY coalesce(toString(date), '') DESC, c.id
LIMIT $limit
