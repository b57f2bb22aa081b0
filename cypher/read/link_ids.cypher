// question: Which links between points are there, and what comes after a given one?
// question_da: Hvilke forbindelser mellem punkter er der?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   since: string — only at meetings from this day on, ISO; empty for all
//   until: string — only at meetings up to this day, ISO; empty for all
//   type: string — only of this type; empty for all
//   status: string — accepted, possible or refused; empty for all
//   item: string — only those that begin or end at this point's id; empty for all
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key, item
MATCH (i:AgendaItem)-[:HAS_LINK]->(x:Link)
WHERE ($municipality = '' OR i.id STARTS WITH $municipality + '.')
WITH *
WHERE (size($bodies) = 0 OR any(body IN $bodies WHERE i.id STARTS WITH body + '.'))
WITH *
WHERE ($type = '' OR x.type = $type) AND ($status = '' OR x.status = $status)
WITH i, x, coalesce(toString(i.date), '') AS day
WHERE ($since = '' OR day >= $since) AND ($until = '' OR (day <> '' AND day <= $until))
WITH *
WHERE $item = '' OR i.id = $item OR EXISTS { MATCH (x)-[:LINKS_TO]->(o:AgendaItem) WHERE o.id = $item }
WITH x, i.id AS item, day AS place
WHERE $first OR (place = $key AND x.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN x.id AS id, place AS key, item
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
