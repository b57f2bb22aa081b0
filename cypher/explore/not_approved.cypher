// question: Which points did not simply pass: rejected, postponed, sent elsewhere, withdrawn?
// question_da: Hvilke punkter gik ikke bare igennem?
// parameters:
//   outcome: string = — only this outcome: rejected, not-recommended, deferred, referred, withdrawn; empty for all
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 200 — how many rows at most
// columns: date, municipality, body, point, title, outcomes, recommendation, decision, document, line, item
// theme: decisions
// next: beside_recommendation, postponed
//
// Decisions of the body itself, not those that it quotes. Outcomes are coded as written, so that a motion which fell
// before the recommendation was approved shows both.
// example:
// example: outcome=rejected municipality=soeby
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_DECISION]->(d:Decision {own: true})
WHERE ($municipality = '' OR k.id = $municipality)
  AND any(outcome IN d.outcomes WHERE
        outcome = $outcome OR ($outcome = '' AND outcome IN ['rejected', 'not-recommended', 'deferred', 'referred', 'withdrawn']))
CALL (d) {
  OPTIONAL MATCH (d)-[:HAS_EVIDENCE {field: 'text'}]->(e:Evidence)-[:IN_DOCUMENT]->(o:Document)
  RETURN o.name AS document, e.line AS line
  ORDER BY document, line
  LIMIT 1
}
RETURN i.date AS date, k.name AS municipality, b.name AS body, i.number AS point, i.title AS title,
       d.outcomes AS outcomes,
       COLLECT { MATCH (i)-[:HAS_RECOMMENDATION]->(r:Recommendation) RETURN r.text ORDER BY r.ordinal, r.id } AS recommendation,
       d.text AS decision, document, line, i.id AS item
ORDER BY coalesce(toString(date), '') DESC, item, d.ordinal
LIMIT $limit
