// question: Which laws are there, and what comes after a given one?
// question_da: Hvilke love er der?
// parameters:
//   municipality: string — only those named in this municipality's points; empty for all
//   words: list — all of them stand in the title or a popular name, in lower case
//   sort: string — the order: name (Danish) or count (of points that name it or a section of it)
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
MATCH (x:Law)
WHERE all(word IN $words WHERE toLower(x.title) CONTAINS word
                               OR any(name IN coalesce(x.popular_names, []) WHERE toLower(name) CONTAINS word))
WITH *
WHERE $municipality = ''
      OR EXISTS { MATCH (x)<-[:MENTIONS]-(i:AgendaItem) WHERE i.id STARTS WITH $municipality + '.' }
      OR EXISTS { MATCH (x)-[:HAS_PROVISION]->(:Provision)<-[:MENTIONS]-(i:AgendaItem)
                  WHERE i.id STARTS WITH $municipality + '.' }
WITH x, CASE $sort WHEN 'count' THEN right('00000000' + toString(size(COLLECT {
               MATCH (x)<-[:MENTIONS]-(i:AgendaItem) WHERE $municipality = '' OR i.id STARTS WITH $municipality + '.' RETURN i.id AS item
               UNION
               MATCH (x)-[:HAS_PROVISION]->(:Provision)<-[:MENTIONS]-(i:AgendaItem) WHERE $municipality = '' OR i.id STARTS WITH $municipality + '.' RETURN i.id AS item })), 8)
             ELSE replace(replace(replace(replace(replace(replace(replace(replace(toLower(left(x.title, 200)), 'aa', '}'), 'æ', '{'), 'ä', '{'), 'ø', '|'), 'ö', '|'), 'å', '}'), 'é', 'e'), 'ü', 'y') END AS place
WHERE $first OR (place = $key AND x.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN x.id AS id, place AS key
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
