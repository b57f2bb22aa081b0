// question: Which bodies are there, in Danish order, and what comes after a given one?
// question_da: Hvilke udvalg er der?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   words: list — all of them stand in the name, in lower case
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
MATCH (x:Body)
WHERE ($municipality = '' OR x.id STARTS WITH $municipality + '.')
  AND all(word IN $words WHERE toLower(x.name) CONTAINS word)
WITH x, replace(replace(replace(replace(replace(replace(replace(replace(toLower(x.name), 'aa', '}'), 'æ', '{'), 'ä', '{'), 'ø', '|'), 'ö', '|'), 'å', '}'), 'é', 'e'), 'ü', 'y') AS key
WHERE $first OR key > $key OR (key = $key AND x.id > $id)
RETURN x.id AS id, key
ORDER BY key, id
LIMIT $limit
