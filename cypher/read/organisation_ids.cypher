// question: Which organisations are there, and what comes after a given one?
// question_da: Hvilke organisationer er der?
// parameters:
//   municipality: string — only those named in this municipality's points; empty for all
//   words: list — all of them stand in the name or one other name, in lower case
//   type: string — only of this type; empty for all
//   known: string — true: only nationally known; false: only local; empty for all
//   sort: string — the order: name (Danish) or count (of points)
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
MATCH (x:Organisation)
WHERE ($type = '' OR x.type = $type) AND ($known = '' OR toString(coalesce(x.known, false)) = $known)
  AND all(word IN $words WHERE toLower(x.name) CONTAINS word OR any(alias IN coalesce(x.aliases, []) WHERE toLower(alias) CONTAINS word))
WITH *
WHERE $municipality = ''
      OR EXISTS { MATCH (x)<-[:MENTIONS]-(i:AgendaItem) WHERE i.id STARTS WITH $municipality + '.' }
WITH x, CASE $sort WHEN 'count' THEN right('00000000' + toString(
               CASE $municipality WHEN '' THEN COUNT { MATCH (x)<-[:MENTIONS]-(:AgendaItem) }
                    ELSE COUNT { MATCH (x)<-[:MENTIONS]-(i:AgendaItem) WHERE i.id STARTS WITH $municipality + '.' } END), 8)
             ELSE replace(replace(replace(replace(replace(replace(replace(replace(toLower(left(x.name, 200)), 'aa', '}'), 'æ', '{'), 'ä', '{'), 'ø', '|'), 'ö', '|'), 'å', '}'), 'é', 'e'), 'ü', 'y') END AS place
WHERE $first OR (place = $key AND x.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN x.id AS id, place AS key
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
