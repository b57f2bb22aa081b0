// question: Who voted against, and against what?
// question_da: Hvem stemte imod, og imod hvad?
// parameters:
//   name: string = — only this member or party, by part of the name; empty for all
//   option: string = against — for, against or abstain
//   limit: integer = 200 — how many rows at most
// columns: date, municipality, body, point, title, motion, name, party, block, result, document, line, item
// theme: votes
// next: voted_apart, votes
//
// Only what is printed: a party that voted as a block is one row, and a count without names is none. A vote that other
// minutes quote is there once.
// example: name=brems option=for
// example:
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)
MATCH (i)-[:HAS_DECISION]->(d:Decision)-[:HAS_VOTE]->(v:Vote)-[:HAS_BALLOT]->(x:Ballot)
WHERE NOT coalesce(d.repeated, false) AND x.option = $option AND ($name = '' OR toLower(x.name) CONTAINS toLower($name))
CALL (x) {
  OPTIONAL MATCH (x)-[:HAS_EVIDENCE]->(e:Evidence)-[:IN_DOCUMENT]->(o:Document)
  RETURN o.name AS document, e.line AS line
  ORDER BY document, line
  LIMIT 1
}
RETURN i.date AS date, k.name AS municipality, b.name AS body, i.number AS point, i.title AS title, v.motion AS motion,
       x.name AS name, x.party AS party, x.block AS block, v.result AS result, document, line, i.id AS item
ORDER BY coalesce(toString(date), '') DESC, item, v.ordinal, x.block, name
LIMIT $limit
