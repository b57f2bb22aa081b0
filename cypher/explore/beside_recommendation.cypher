// question: Which decisions differ from the recommendation: amended, only in part, rejected, sent back, postponed?
// question_da: Hvilke beslutninger afviger fra indstillingen?
// parameters:
//   relation: string = — only this relation: amended, partly, rejected, returned, postponed; empty for all
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 200 — how many rows at most
// columns: date, municipality, body, point, title, relation, by_recommendation, recommendation, decision, document, line, item
// theme: decisions
// next: not_approved, votes
//
// Decisions of the body itself, not those that it quotes. The relation is derived from the printed words of the decision;
// by_recommendation has one for each recommendation in order, where they differ. Where no words say how the two relate,
// the decision is not here.
// example:
// example: relation=amended
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_DECISION]->(d:Decision {own: true})
WHERE ($municipality = '' OR k.id = $municipality)
  AND ((d.relation_to_recommendation = $relation)
       OR ($relation = '' AND d.relation_to_recommendation IN ['amended', 'partly', 'rejected', 'returned', 'postponed']))
CALL (d) {
  OPTIONAL MATCH (d)-[:HAS_EVIDENCE {field: 'text'}]->(e:Evidence)-[:IN_DOCUMENT]->(o:Document)
  RETURN o.name AS document, e.line AS line
  ORDER BY document, line
  LIMIT 1
}
RETURN i.date AS date, k.name AS municipality, b.name AS body, i.number AS point, i.title AS title,
       d.relation_to_recommendation AS relation, coalesce(d.relation_by_recommendation, []) AS by_recommendation,
       COLLECT { MATCH (i)-[:HAS_RECOMMENDATION]->(r:Recommendation) RETURN r.text ORDER BY r.ordinal, r.id } AS recommendation,
       d.text AS decision, document, line, i.id AS item
ORDER BY coalesce(toString(date), '') DESC, item, d.ordinal
LIMIT $limit
