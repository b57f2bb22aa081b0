// question: Which cases are there, and what comes after a given one?
// question_da: Hvilke sager er der?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   since: string — only at meetings from this day on, ISO; empty for all
//   until: string — only at meetings up to this day, ISO; empty for all
//   words: list — all of them stand in the title or in a number, in lower case
//   minimum: integer — at least so many points
//   person: string — only where a point names this person's id, or the person votes; empty for all
//   organisation: string — only where a point names this organisation's id; empty for all
//   law: string — only where a point names this law's id; empty for all
//   outcome: string — only with this outcome at one of its points; empty for all
//   sort: string — the order: date (of the last point), name (Danish) or count (of points)
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
//
// It begins at what a filter names; where none names anything, at all cases.
CALL () {
  UNWIND CASE WHEN $person + $organisation + $law = '' THEN [true] ELSE [] END AS everywhere
  WITH *
  MATCH (c:Case)
  RETURN c
  UNION ALL
  CALL () {
    MATCH (:Person {id: $person})<-[:MENTIONS]-(:AgendaItem)-[:PART_OF_CASE]->(c:Case)
    RETURN c, 'person' AS met
    UNION ALL
    MATCH (:Person {id: $person})<-[:CAST_BY]-(:Ballot)<-[:HAS_BALLOT]-(:Vote)<-[:HAS_VOTE]-(:Decision)<-[:HAS_DECISION]-(:AgendaItem)-[:PART_OF_CASE]->(c:Case)
    RETURN c, 'person' AS met
    UNION ALL
    MATCH (:Organisation {id: $organisation})<-[:MENTIONS]-(:AgendaItem)-[:PART_OF_CASE]->(c:Case)
    RETURN c, 'organisation' AS met
    UNION ALL
    MATCH (:Law {id: $law})<-[:MENTIONS]-(:AgendaItem)-[:PART_OF_CASE]->(c:Case)
    RETURN c, 'law' AS met
    UNION ALL
    MATCH (:Law {id: $law})-[:HAS_PROVISION]->(:Provision)<-[:MENTIONS]-(:AgendaItem)-[:PART_OF_CASE]->(c:Case)
    RETURN c, 'law' AS met
  }
  WITH c, count(DISTINCT met) AS met
  WHERE met = size([name IN [$person, $organisation, $law] WHERE name <> ''])
  RETURN c
}
WITH *
WHERE ($municipality = '' OR c.municipality = $municipality)
  AND c.item_count >= $minimum
  AND (size($bodies) = 0 OR any(body IN $bodies WHERE any(alias IN coalesce(c.aliases, []) WHERE alias STARTS WITH body + '.')))
  AND all(word IN $words WHERE toLower(c.title) CONTAINS word
                               OR any(number IN coalesce(c.numbers, []) WHERE number CONTAINS word))
WITH *
WHERE (($since = '' AND $until = '')
       OR EXISTS { MATCH (c)<-[:PART_OF_CASE]-(i:AgendaItem)
                   WHERE ($since = '' OR toString(i.date) >= $since) AND ($until = '' OR toString(i.date) <= $until) })
  AND ($outcome = '' OR EXISTS { MATCH (c)<-[:PART_OF_CASE]-(:AgendaItem)-[:HAS_DECISION]->(d:Decision) WHERE coalesce(d.own, true) AND $outcome IN d.outcomes })
WITH c, CASE $sort WHEN 'count' THEN right('00000000' + toString(c.item_count), 8)
             WHEN 'name' THEN replace(replace(replace(replace(replace(replace(replace(replace(toLower(left(c.title, 200)), 'aa', '}'), 'æ', '{'), 'ä', '{'), 'ø', '|'), 'ö', '|'), 'å', '}'), 'é', 'e'), 'ü', 'y')
             ELSE coalesce(toString(c.last_date), '') END AS place
WHERE $first OR (place = $key AND c.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN c.id AS id, place AS key
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
