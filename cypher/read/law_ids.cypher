// question: Which laws are there, in Danish order, and what comes after a given one?
// question_da: Hvilke love er der?
// parameters:
//   municipality: string — only those named in this municipality's points; empty for all
//   words: list — all of them stand in the title or a popular name, in lower case
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
MATCH (x:Law)
WHERE ($municipality = ''
       OR EXISTS { MATCH (x)<-[:MENTIONS]-(i:AgendaItem) WHERE i.id STARTS WITH $municipality + '.' }
       OR EXISTS { MATCH (x)-[:HAS_PROVISION]->(:Provision)<-[:MENTIONS]-(i:AgendaItem)
                   WHERE i.id STARTS WITH $municipality + '.' })
  AND all(word IN $words WHERE toLower(x.title) CONTAINS word
                               OR any(name IN coalesce(x.popular_names, []) WHERE toLower(name) CONTAINS word))
WITH x, replace(replace(replace(replace(replace(replace(replace(replace(toLower(x.title), 'aa', '}'), 'æ', '{'), 'ä', '{'), 'ø', '|'), 'ö', '|'), 'å', '}'), 'é', 'e'), 'ü', 'y') AS key
WHERE $first OR key > $key OR (key = $key AND x.id > $id)
RETURN x.id AS id, key
ORDER BY key, id
LIMIT $limit
