// question: How did a person vote, each ballot once, and what comes after a given one?
// question_da: Hvad har personen stemt?
// parameters:
//   of: string — the id of a person
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   since: string — only at meetings from this day on, ISO; empty for all
//   until: string — only at meetings up to this day, ISO; empty for all
//   words: list — all of them stand in the motion or the point's title, in lower case
//   option: string — only with this option; empty for all
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
MATCH (:Person {id: $of})<-[:CAST_BY]-(x:Ballot)<-[:HAS_BALLOT]-(v:Vote)<-[:HAS_VOTE]-(d:Decision)<-[:HAS_DECISION]-(i:AgendaItem)
WHERE NOT coalesce(d.repeated, false)
WITH *
WHERE $option = '' OR x.option = $option
WITH i, d, v, x, coalesce(toString(i.date), '') AS day
WHERE ($since = '' OR day >= $since) AND ($until = '' OR (day <> '' AND day <= $until))
WITH *
WHERE all(word IN $words WHERE toLower(coalesce(v.motion, '')) CONTAINS word OR toLower(i.title) CONTAINS word)
WITH *
WHERE (size($bodies) = 0 OR EXISTS { MATCH (d)-[:MADE_BY]->(b:Body) WHERE b.id IN $bodies })
WITH x, day AS place
WHERE $first OR (place = $key AND x.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN x.id AS id, place AS key
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
