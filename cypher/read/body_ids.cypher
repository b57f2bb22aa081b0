// question: Which bodies are there, and what comes after a given one?
// question_da: Hvilke udvalg er der?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   words: list — all of them stand in the name, in lower case
//   sort: string — the order: name (Danish) or count (of meetings)
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
MATCH (x:Body)
WHERE ($municipality = '' OR x.id STARTS WITH $municipality + '.')
  AND all(word IN $words WHERE toLower(x.name) CONTAINS word)
WITH x, CASE $sort WHEN 'count' THEN right('00000000' + toString(COUNT { MATCH (x)-[:HELD]->(:Meeting) }), 8)
             ELSE replace(replace(replace(replace(replace(replace(replace(replace(toLower(left(x.name, 200)), 'aa', '}'), 'æ', '{'), 'ä', '{'), 'ø', '|'), 'ö', '|'), 'å', '}'), 'é', 'e'), 'ü', 'y') END AS place
WHERE $first OR (place = $key AND x.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN x.id AS id, place AS key
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
