// question: Which sections of laws are there, and what comes after a given one?
// question_da: Hvilke paragraffer er der?
// parameters:
//   municipality: string — only those named in this municipality's points; empty for all
//   words: list — all of them stand in the law's names or the section, in lower case
//   law: string — only of this law's id; empty for all
//   section: string — only this section (§), without the sign; empty for all
//   sort: string — the order: name (of the law, Danish, then the section) or count (of points)
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
MATCH (l:Law)-[:HAS_PROVISION]->(x:Provision)
WHERE ($law = '' OR l.id = $law) AND ($section = '' OR x.section = $section)
WITH *
WHERE all(word IN $words WHERE toLower(l.title) CONTAINS word OR toLower(x.name) CONTAINS word
                               OR any(name IN coalesce(l.popular_names, []) WHERE toLower(name) CONTAINS word))
WITH *
WHERE $municipality = ''
      OR EXISTS { MATCH (x)<-[:MENTIONS]-(i:AgendaItem) WHERE i.id STARTS WITH $municipality + '.' }
WITH x, CASE $sort WHEN 'count' THEN right('00000000' + toString(
               CASE $municipality WHEN '' THEN COUNT { MATCH (x)<-[:MENTIONS]-(:AgendaItem) }
                    ELSE COUNT { MATCH (x)<-[:MENTIONS]-(i:AgendaItem) WHERE i.id STARTS WITH $municipality + '.' } END), 8)
             ELSE replace(replace(replace(replace(replace(replace(replace(replace(toLower(left(l.title, 200) + ' ' + right('00000000' + coalesce(x.section, ''), 8)), 'aa', '}'), 'æ', '{'), 'ä', '{'), 'ø', '|'), 'ö', '|'), 'å', '}'), 'é', 'e'), 'ü', 'y') END AS place
WHERE $first OR (place = $key AND x.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN x.id AS id, place AS key
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
