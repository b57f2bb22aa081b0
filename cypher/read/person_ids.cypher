// question: Which persons are there, and what comes after a given one?
// question_da: Hvilke personer er der?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   words: list — all of them stand in the name, in lower case
//   bodies: list — only members of these bodies, by id; empty for all
//   party: string — only those who once cast a ballot for this party, by id, as its own minutes print it; empty for all
//   sort: string — the order: name (Danish) or count (of ballots)
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
MATCH (x:Person)
WHERE ($municipality = '' OR x.id STARTS WITH $municipality + '.')
  AND all(word IN $words WHERE toLower(x.name) CONTAINS word)
WITH *
WHERE (size($bodies) = 0 OR EXISTS { MATCH (x)-[:MEMBER_OF]->(b:Body) WHERE b.id IN $bodies })
  AND ($party = '' OR EXISTS {
         MATCH (:Party {id: $party})<-[:CAST_FOR_PARTY]-(b:Ballot)-[:CAST_BY]->(x),
               (b)<-[:HAS_BALLOT]-(:Vote)<-[:HAS_VOTE]-(d:Decision)
         WHERE NOT coalesce(d.repeated, false) })
WITH x, CASE $sort WHEN 'count' THEN right('00000000' + toString(COUNT {
               MATCH (x)<-[:CAST_BY]-(:Ballot)<-[:HAS_BALLOT]-(:Vote)<-[:HAS_VOTE]-(d:Decision)
               WHERE NOT coalesce(d.repeated, false) }), 8)
             ELSE replace(replace(replace(replace(replace(replace(replace(replace(toLower(left(x.name, 200)), 'aa', '}'), 'æ', '{'), 'ä', '{'), 'ø', '|'), 'ö', '|'), 'å', '}'), 'é', 'e'), 'ü', 'y') END AS place
WHERE $first OR (place = $key AND x.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN x.id AS id, place AS key
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
