// question: What was promised, asked for or postponed, and when is it due?
// question_da: Hvad er lovet, bestilt eller udsat, og hvornår skal det komme?
// parameters:
//   municipality: string = — only this municipality's id; empty for all
//   due_before: string = 9999 — only what is due before this date (ISO, may be partial); without a date it is always listed
//   limit: integer = 200 — how many rows at most
// columns: due, kind, text, recipient, date, municipality, body, point, title, later_points, document, line, item
// theme: decisions
// next: open_promises, postponed
//
// `later_points`: points of the same case in later meetings, where the answer may stand. None: nothing came yet.
// example:
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_FOLLOW_UP]->(f:FollowUp)
WHERE ($municipality = '' OR k.id = $municipality) AND coalesce(f.due, '') < $due_before
CALL (f) {
  OPTIONAL MATCH (f)-[:HAS_EVIDENCE]->(e:Evidence)-[:IN_DOCUMENT]->(o:Document)
  RETURN o.name AS document, e.line AS line
  ORDER BY document, line
  LIMIT 1
}
RETURN f.due AS due, f.kind AS kind, f.text AS text, f.to AS recipient, i.date AS date, k.name AS municipality, b.name AS body,
       i.number AS point, i.title AS title,
       COLLECT {
         MATCH (i)-[:PART_OF_CASE]->(:Case)<-[:PART_OF_CASE]-(n:AgendaItem)
         WHERE n.date > i.date
         RETURN n.id ORDER BY n.id
       } AS later_points,
       document, line, i.id AS item
ORDER BY coalesce(due, '9999'), coalesce(toString(date), ''), item, f.id
LIMIT $limit
