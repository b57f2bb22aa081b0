// question: How often did two members vote alike?
// question_da: Hvor tit har to medlemmer stemt ens?
// parameters:
//   name: string = — only pairs with this member, by part of the name; empty for all
//   other: string = — only pairs with this other member as well
//   minimum: integer = 1 — only pairs that took part in so many votes together
//   limit: integer = 200 — how many rows at most
// columns: municipality, name, other, votes, alike, percent
// theme: votes
// next: voted_apart, memberships
//
// Counted are ballots printed by name. Members of a party that voted as a block are not made into ballots. A vote that
// other minutes quote counts once.
// example: name=Signe Ravnsø other=Bjørn Ægidius
// example: minimum=1
MATCH (a:Person)<-[:CAST_BY]-(x:Ballot)<-[:HAS_BALLOT]-(v:Vote)-[:HAS_BALLOT]->(y:Ballot)-[:CAST_BY]->(b:Person)
MATCH (v)<-[:HAS_VOTE]-(d:Decision)
WHERE a.id <> b.id
  AND NOT coalesce(d.repeated, false)
  AND (a.id < b.id OR $name <> '')
  AND ($name = '' OR toLower(a.name) CONTAINS toLower($name))
  AND ($other = '' OR toLower(b.name) CONTAINS toLower($other))
WITH a, b, count(DISTINCT v) AS votes, count(DISTINCT CASE WHEN x.option = y.option THEN v END) AS alike
WHERE votes >= $minimum
MATCH (k:Municipality)
WHERE a.id STARTS WITH k.id + '.'
RETURN k.name AS municipality, a.name AS name, b.name AS other, votes, alike, toInteger(round(100.0 * alike / votes)) AS percent
ORDER BY votes DESC, percent DESC, name, other, a.id, b.id
LIMIT $limit
