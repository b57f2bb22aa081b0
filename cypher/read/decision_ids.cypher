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
//   limit: integer — how many rows at most
// columns: id, key, item
MATCH (i:AgendaItem)-[:HAS_DECISION]->(d:Decision)
WHERE ($municipality = '' OR i.id STARTS WITH $municipality + '.') AND NOT coalesce(d.repeated, false)
  AND ($outcome = '' OR $outcome IN d.outcomes)
  AND ($relation = '' OR d.relation_to_recommendation = $relation)
WITH i, d, coalesce(toString(d.date), toString(i.date), '') AS day
WHERE ($since = '' OR day >= $since) AND ($until = '' OR (day <> '' AND day <= $until))
WITH *
WHERE all(word IN $words WHERE toLower(coalesce(d.text, '')) CONTAINS word OR toLower(i.title) CONTAINS word)
WITH *
WHERE (size($bodies) = 0 OR EXISTS { MATCH (d)-[:MADE_BY]->(b:Body) WHERE b.id IN $bodies })
  AND ($organisation = '' OR EXISTS { MATCH (i)-[:MENTIONS]->(:Organisation {id: $organisation}) })
  AND ($law = '' OR EXISTS { MATCH (i)-[:MENTIONS]->(:Law {id: $law}) }
       OR EXISTS { MATCH (i)-[:MENTIONS]->(:Provision)<-[:HAS_PROVISION]-(:Law {id: $law}) })
  AND ($person = '' OR EXISTS { MATCH (d)-[:HAS_VOTE]->(:Vote)-[:HAS_BALLOT]->(:Ballot)-[:CAST_BY]->(:Person {id: $person}) })
WITH d, i.id AS item, day AS place
WHERE $first OR (place = $key AND d.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN d.id AS id, place AS key, item
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
