// question: What did bodies recommend to another body, and how much money is it about?
// question_da: Hvad har udvalget anbefalet et andet udvalg eller rådet, og om hvor mange penge?
// parameters:
//   recipient: string = — only to bodies whose name holds this; empty for all
//   body: string = — only by bodies whose name holds this; empty for all
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 500 — how many rows at most
// columns: date, municipality, body, point, title, recipient, due, decision, recommendation, amounts, amount_lines, document, line, item
// theme: decisions
// next: case_bodies, money
//
// `due`: when that body was to treat it, as Procedure says. `amounts`: in kroner, those that the recommendation names.
// example: recipient=økonomiudvalget
// example:
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_FOLLOW_UP]->(f:FollowUp {kind: 'recommendation_to_body'})
WHERE ($municipality = '' OR k.id = $municipality)
  AND ($body = '' OR toLower(b.name) CONTAINS toLower($body))
  AND ($recipient = '' OR toLower(f.to) CONTAINS toLower($recipient))
CALL (f) {
  OPTIONAL MATCH (f)-[:HAS_EVIDENCE]->(e:Evidence)-[:IN_DOCUMENT]->(o:Document)
  RETURN o.name AS document, e.document AS stands, e.line AS line
  ORDER BY document, line
  LIMIT 1
}
WITH *, COLLECT {
  MATCH (i)-[:HAS_MENTION]->(x:Mention {kind: 'money', where: 'Indstilling'})
  WHERE x.document = stands
  RETURN {amount: toFloat(x.detail), line: x.line} ORDER BY x.line, x.start
} AS money
RETURN i.date AS date, k.name AS municipality, b.name AS body, i.number AS point, i.title AS title, f.to AS recipient,
       f.due AS due, f.text AS decision,
       COLLECT { MATCH (i)-[:HAS_RECOMMENDATION]->(r:Recommendation) RETURN r.text ORDER BY r.ordinal, r.id } AS recommendation,
       [one IN money | one.amount] AS amounts, [one IN money | one.line] AS amount_lines, document, line, i.id AS item
ORDER BY coalesce(toString(date), ''), item, f.id
LIMIT $limit
