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
MATCH (i:AgendaItem)
WHERE ($municipality = '' OR i.id STARTS WITH $municipality + '.')
  AND (size($bodies) = 0 OR any(body IN $bodies WHERE i.id STARTS WITH body + '.'))
  AND ($kind = '' OR i.kind = $kind)
  AND all(word IN $words WHERE toLower(i.title) CONTAINS word OR toLower(coalesce(i.text, '')) CONTAINS word)
WITH i, coalesce(toString(i.date), '') AS day
WHERE ($since = '' OR day >= $since) AND ($until = '' OR (day <> '' AND day <= $until))
WITH *
WHERE ($organisation = '' OR EXISTS { MATCH (i)-[:MENTIONS]->(:Organisation {id: $organisation}) })
  AND ($law = '' OR EXISTS { MATCH (i)-[:MENTIONS]->(:Law {id: $law}) }
       OR EXISTS { MATCH (i)-[:MENTIONS]->(:Provision)<-[:HAS_PROVISION]-(:Law {id: $law}) })
  AND ($person = '' OR EXISTS { MATCH (i)-[:MENTIONS]->(:Person {id: $person}) }
       OR EXISTS { MATCH (i)-[:HAS_DECISION]->(:Decision)-[:HAS_VOTE]->(:Vote)-[:HAS_BALLOT]->(:Ballot)-[:CAST_BY]->(:Person {id: $person}) })
  AND ($outcome = '' OR EXISTS { MATCH (i)-[:HAS_DECISION]->(d:Decision) WHERE coalesce(d.own, true) AND $outcome IN d.outcomes })
WITH i, day AS place
WHERE $first OR (place = $key AND i.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN i.id AS id, place AS key
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
