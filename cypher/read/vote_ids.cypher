// question: Which votes were taken, each once, and what comes after a given one?
// question_da: Hvilke afstemninger er der?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   since: string — only at meetings from this day on, ISO; empty for all
//   until: string — only at meetings up to this day, ISO; empty for all
//   words: list — all of them stand in the motion or the point's title, in lower case
//   result: string — only with this result; empty for all
//   person: string — only where this person's id cast a ballot; empty for all
//   party: string — only where this party's id voted, as a block or by a person; empty for all
//   option: string — only where they voted so (for, against, abstain); empty for all
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key, item
//
// It begins at who is named; where nobody is, at all votes.
CALL () {
  UNWIND CASE WHEN $person + $party = '' THEN [true] ELSE [] END AS everywhere
  WITH *
  MATCH (v:Vote)
  RETURN v
  UNION ALL
  CALL () {
    MATCH (:Person {id: $person})<-[:CAST_BY]-(x:Ballot)<-[:HAS_BALLOT]-(v:Vote)
    WHERE $option = '' OR x.option = $option
    RETURN v, 'person' AS met
    UNION ALL
    MATCH (:Party {id: $party})<-[:CAST_BY|CAST_FOR_PARTY]-(x:Ballot)<-[:HAS_BALLOT]-(v:Vote)
    WHERE $option = '' OR x.option = $option
    RETURN v, 'party' AS met
  }
  WITH v, count(DISTINCT met) AS met
  WHERE met = size([name IN [$person, $party] WHERE name <> ''])
  RETURN v
}
WITH *
WHERE $result = '' OR v.result = $result
MATCH (v)<-[:HAS_VOTE]-(d:Decision)<-[:HAS_DECISION]-(i:AgendaItem)
WITH i, d, v, coalesce(toString(d.date), toString(i.date), '') AS place
WHERE ($municipality = '' OR i.id STARTS WITH $municipality + '.') AND NOT coalesce(d.repeated, false)
  AND ($since = '' OR place >= $since) AND ($until = '' OR (place <> '' AND place <= $until))
  AND ($first OR (place = $key AND v.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key))
WITH *
WHERE all(word IN $words WHERE toLower(coalesce(v.motion, '')) CONTAINS word OR toLower(i.title) CONTAINS word)
WITH *
WHERE (size($bodies) = 0 OR EXISTS { MATCH (d)-[:MADE_BY]->(b:Body) WHERE b.id IN $bodies })
  AND ($option = '' OR EXISTS { MATCH (v)-[:HAS_BALLOT]->(x:Ballot) WHERE x.option = $option })
RETURN v.id AS id, place AS key, i.id AS item
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
