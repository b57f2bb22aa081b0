// question: Who voted against whom, and about what?
// question_da: Hvem har stemt imod hvem, og om hvad?
// parameters:
//   name: string = — only pairs with this member or party, by part of the name; empty for all
//   other: string = — only pairs with this other as well
//   date: string = — the day (ISO), or its beginning: 2025-11, 2025; empty for all
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 500 — how many rows at most
// columns: date, municipality, body, point, title, motion, name, option, other, other_option, document, line, item
// theme: votes
// next: voting_alike, votes
//
// One voted for and the other against, as printed. A party that voted as a block stands for itself: its members are not
// made into ballots. A vote that other minutes quote is there once. `line`: where the vote stands.
// example: name=Signe Ravnsø
// example: name=Socialdemokratiet other=Venstre
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_DECISION]->(d:Decision)-[:HAS_VOTE]->(v:Vote)
MATCH (x:Ballot)<-[:HAS_BALLOT]-(v)-[:HAS_BALLOT]->(y:Ballot)
WHERE NOT coalesce(d.repeated, false)
  AND ($municipality = '' OR k.id = $municipality) AND coalesce(toString(i.date), '') STARTS WITH $date
  AND x.option IN ['for', 'against'] AND y.option IN ['for', 'against'] AND x.option <> y.option
  AND ($name <> '' OR x.option = 'against')
  AND ($name = '' OR toLower(x.name) CONTAINS toLower($name)) AND ($other = '' OR toLower(y.name) CONTAINS toLower($other))
CALL (x) {
  OPTIONAL MATCH (x)-[:HAS_EVIDENCE]->(e:Evidence)-[:IN_DOCUMENT]->(o:Document)
  RETURN o.name AS document, e.line AS line
  ORDER BY document, line
  LIMIT 1
}
RETURN i.date AS date, k.name AS municipality, b.name AS body, i.number AS point, i.title AS title, v.motion AS motion,
       x.name AS name, x.option AS option, y.name AS other, y.option AS other_option, document, line, i.id AS item
ORDER BY coalesce(toString(date), '') DESC, item, v.ordinal, name, other, x.id, y.id
LIMIT $limit
