// question: What was decided at the meetings of a day, month or year, point by point?
// question_da: Hvad blev besluttet på møderne den dag, måned eller det år, punkt for punkt?
// parameters:
//   date: string = — the day (ISO), or its beginning: 2025-11, 2025; empty for all
//   outcome: string = — only this outcome: approved, noted, discussed, recommended, deferred, rejected …; empty for all
//   body: string = — only bodies whose name holds this; empty for all
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 500 — how many rows at most
// columns: date, municipality, body, point, title, outcomes, decision, document, line, item
// theme: decisions
// next: beside_recommendation, votes
//
// Decisions of the body itself, not those that it quotes. A decision with a part for each recommendation has each outcome.
// example: date=2025-11-18
// example: outcome=deferred municipality=nordlev
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_DECISION]->(d:Decision {own: true})
WHERE ($municipality = '' OR k.id = $municipality)
  AND ($body = '' OR toLower(b.name) CONTAINS toLower($body))
  AND coalesce(toString(i.date), '') STARTS WITH $date
  AND ($outcome = '' OR $outcome IN d.outcomes)
CALL (d) {
  OPTIONAL MATCH (d)-[:HAS_EVIDENCE {field: 'text'}]->(e:Evidence)-[:IN_DOCUMENT]->(o:Document)
  RETURN o.name AS document, e.line AS line
  ORDER BY document, line
  LIMIT 1
}
RETURN i.date AS date, k.name AS municipality, b.name AS body, i.number AS point, i.title AS title,
       d.outcomes AS outcomes, d.text AS decision, document, line, i.id AS item
ORDER BY coalesce(toString(date), ''), municipality, body, i.ordinal, item, d.ordinal
LIMIT $limit
