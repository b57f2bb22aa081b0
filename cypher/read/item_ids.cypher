// question: Which points are there, and what comes after a given one?
// question_da: Hvilke punkter er der?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   since: string — only at meetings from this day on, ISO; empty for all
//   until: string — only at meetings up to this day, ISO; empty for all
//   words: list — all of them stand in the title or the text, in lower case
//   kind: string — only this kind of point; empty for all
//   person: string — only where a point names this person's id, or the person votes; empty for all
//   organisation: string — only where a point names this organisation's id; empty for all
//   law: string — only where a point names this law's id; empty for all
//   outcome: string — only with this outcome of its own; empty for all
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
//
// It begins at what a filter names; where none names anything, at all points.
CALL () {
  UNWIND CASE WHEN $person + $organisation + $law = '' THEN [true] ELSE [] END AS everywhere
  WITH *
  MATCH (i:AgendaItem)
  RETURN i
  UNION ALL
  CALL () {
    MATCH (:Person {id: $person})<-[:MENTIONS]-(i:AgendaItem)
    RETURN i, 'person' AS met
    UNION ALL
    MATCH (:Person {id: $person})<-[:CAST_BY]-(:Ballot)<-[:HAS_BALLOT]-(:Vote)<-[:HAS_VOTE]-(:Decision)<-[:HAS_DECISION]-(i:AgendaItem)
    RETURN i, 'person' AS met
    UNION ALL
    MATCH (:Organisation {id: $organisation})<-[:MENTIONS]-(i:AgendaItem)
    RETURN i, 'organisation' AS met
    UNION ALL
    MATCH (:Law {id: $law})<-[:MENTIONS]-(i:AgendaItem)
    RETURN i, 'law' AS met
    UNION ALL
    MATCH (:Law {id: $law})-[:HAS_PROVISION]->(:Provision)<-[:MENTIONS]-(i:AgendaItem)
    RETURN i, 'law' AS met
  }
  WITH i, count(DISTINCT met) AS met
  WHERE met = size([name IN [$person, $organisation, $law] WHERE name <> ''])
  RETURN i
}
WITH i, coalesce(toString(i.date), '') AS place
WHERE ($municipality = '' OR i.id STARTS WITH $municipality + '.')
  AND (size($bodies) = 0 OR any(body IN $bodies WHERE i.id STARTS WITH body + '.'))
  AND ($since = '' OR place >= $since) AND ($until = '' OR (place <> '' AND place <= $until))
  AND ($first OR (place = $key AND i.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key))
WITH *
WHERE ($kind = '' OR i.kind = $kind)
  AND all(word IN $words WHERE toLower(i.title) CONTAINS word OR toLower(coalesce(i.text, '')) CONTAINS word)
WITH *
WHERE $outcome = '' OR EXISTS { MATCH (i)-[:HAS_DECISION]->(d:Decision) WHERE coalesce(d.own, true) AND $outcome IN d.outcomes }
RETURN i.id AS id, place AS key
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
