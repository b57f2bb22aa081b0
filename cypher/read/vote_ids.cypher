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
MATCH (i:AgendaItem)-[:HAS_DECISION]->(d:Decision)
WHERE ($municipality = '' OR i.id STARTS WITH $municipality + '.') AND NOT coalesce(d.repeated, false)
MATCH (d)-[:HAS_VOTE]->(v:Vote)
WHERE $result = '' OR v.result = $result
WITH i, d, v, coalesce(toString(d.date), toString(i.date), '') AS day
WHERE ($since = '' OR day >= $since) AND ($until = '' OR (day <> '' AND day <= $until))
WITH *
WHERE all(word IN $words WHERE toLower(coalesce(v.motion, '')) CONTAINS word OR toLower(i.title) CONTAINS word)
WITH *
WHERE (size($bodies) = 0 OR EXISTS { MATCH (d)-[:MADE_BY]->(b:Body) WHERE b.id IN $bodies })
  AND ($person = '' OR EXISTS { MATCH (v)-[:HAS_BALLOT]->(x:Ballot)-[:CAST_BY]->(:Person {id: $person})
                                WHERE $option = '' OR x.option = $option })
  AND ($party = '' OR EXISTS { MATCH (v)-[:HAS_BALLOT]->(x:Ballot)-[:CAST_BY|CAST_FOR_PARTY]->(:Party {id: $party})
                               WHERE $option = '' OR x.option = $option })
  AND ($option = '' OR EXISTS { MATCH (v)-[:HAS_BALLOT]->(x:Ballot) WHERE x.option = $option })
WITH v, i.id AS item, day AS place
WHERE $first OR (place = $key AND v.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN v.id AS id, place AS key, item
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
