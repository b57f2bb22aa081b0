// question: Where do minutes contradict themselves or each other, and what comes after a given place?
// question_da: Hvor modsiger referaterne sig selv eller hinanden?
// parameters:
//   kind: string — only this kind; empty for all
//   municipality: string — only this municipality's id; empty for all
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   since: string — only at meetings from this day on, ISO; empty for all
//   until: string — only at meetings up to this day, ISO; empty for all
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
MATCH (i:AgendaItem)-[:HAS_CONFLICT]->(c:Conflict)
WHERE ($kind = '' OR c.kind = $kind)
  AND ($municipality = '' OR i.id STARTS WITH $municipality + '.')
  AND (size($bodies) = 0 OR any(body IN $bodies WHERE i.id STARTS WITH body + '.'))
WITH c, coalesce(toString(i.date), '') AS day
WHERE ($since = '' OR day >= $since) AND ($until = '' OR (day <> '' AND day <= $until))
WITH c, day AS place
WHERE $first OR (place = $key AND c.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN c.id AS id, place AS key
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
