// question: Which source files are there, and what comes after a given one?
// question_da: Hvilke kildedokumenter er der?
// parameters:
//   municipality: string — only those that tell of meetings of this municipality; empty for all
//   words: list — all of them stand in the file's name, in lower case
//   status: string — read or unparsed; empty for all
//   warned: boolean — only those that were read with a warning
//   sort: string — the order: name (Danish) or count (of meetings)
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
MATCH (x:Document)
WHERE ($status = '' OR x.status = $status)
  AND (NOT $warned OR size(coalesce(x.warnings, [])) > 0)
  AND all(word IN $words WHERE toLower(x.name) CONTAINS word)
WITH *
WHERE $municipality = ''
      OR EXISTS { MATCH (x)<-[:DOCUMENTED_BY]-(m:Meeting) WHERE m.id STARTS WITH $municipality + '.' }
WITH x, CASE $sort WHEN 'count' THEN right('00000000' + toString(COUNT { MATCH (x)<-[:DOCUMENTED_BY]-(:Meeting) }), 8)
             ELSE replace(replace(replace(replace(replace(replace(replace(replace(toLower(left(x.name, 200)), 'aa', '}'), 'æ', '{'), 'ä', '{'), 'ø', '|'), 'ö', '|'), 'å', '}'), 'é', 'e'), 'ü', 'y') END AS place
WHERE $first OR (place = $key AND x.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN x.id AS id, place AS key
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
