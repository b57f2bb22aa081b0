// question: Which decisions are there, each once, and what comes after a given one?
// question_da: Hvilke beslutninger er der?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   since: string — only at meetings from this day on, ISO; empty for all
//   until: string — only at meetings up to this day, ISO; empty for all
//   words: list — all of them stand in the decision or the point's title, in lower case
//   outcome: string — only with this outcome; empty for all
//   relation: string — only those that stand so to the recommendation; empty for all
//   person: string — only where this person's id cast a ballot; empty for all
//   organisation: string — only where a point names this organisation's id; empty for all
//   law: string — only where a point names this law's id; empty for all
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   last: string — only up to this sort key; empty for all
//   limit: integer — how many rows at most
// columns: id, key, item
//
// It begins at what a filter names; where none names anything, at all decisions up to the last day.
CALL () {
  UNWIND CASE WHEN $person + $organisation + $law = '' THEN [true] ELSE [] END AS everywhere
  WITH *
  MATCH (d:Decision)
  WHERE d.date IS NULL OR $last = '' OR ($backwards AND toString(d.date) >= $last) OR (NOT $backwards AND toString(d.date) <= $last)
  RETURN d
  UNION ALL
  CALL () {
    MATCH (:Person {id: $person})<-[:CAST_BY]-(:Ballot)<-[:HAS_BALLOT]-(:Vote)<-[:HAS_VOTE]-(d:Decision)
    RETURN d, 'person' AS met
    UNION ALL
    MATCH (:Organisation {id: $organisation})<-[:MENTIONS]-(:AgendaItem)-[:HAS_DECISION]->(d:Decision)
    RETURN d, 'organisation' AS met
    UNION ALL
    MATCH (:Law {id: $law})<-[:MENTIONS]-(:AgendaItem)-[:HAS_DECISION]->(d:Decision)
    RETURN d, 'law' AS met
    UNION ALL
    MATCH (:Law {id: $law})-[:HAS_PROVISION]->(:Provision)<-[:MENTIONS]-(:AgendaItem)-[:HAS_DECISION]->(d:Decision)
    RETURN d, 'law' AS met
  }
  WITH d, count(DISTINCT met) AS met
  WHERE met = size([name IN [$person, $organisation, $law] WHERE name <> ''])
  RETURN d
}
WITH *
WHERE NOT coalesce(d.repeated, false)
  AND ($outcome = '' OR $outcome IN d.outcomes)
  AND ($relation = '' OR d.relation_to_recommendation = $relation)
  AND ($first OR d.date IS NULL OR toString(d.date) = $key OR ($backwards AND toString(d.date) < $key) OR (NOT $backwards AND toString(d.date) > $key))
MATCH (i:AgendaItem)-[:HAS_DECISION]->(d)
WITH i, d, coalesce(toString(d.date), toString(i.date), '') AS place
WHERE ($municipality = '' OR i.id STARTS WITH $municipality + '.')
  AND ($since = '' OR place >= $since) AND ($until = '' OR (place <> '' AND place <= $until))
  AND ($first OR (place = $key AND d.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key))
  AND ($last = '' OR ($backwards AND place >= $last) OR (NOT $backwards AND place <= $last))
WITH *
WHERE all(word IN $words WHERE toLower(coalesce(d.text, '')) CONTAINS word OR toLower(i.title) CONTAINS word)
WITH *
WHERE size($bodies) = 0 OR EXISTS { MATCH (d)-[:MADE_BY]->(b:Body) WHERE b.id IN $bodies }
RETURN d.id AS id, place AS key, i.id AS item
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
