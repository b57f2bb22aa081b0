// question: Which points are there, newest first, and what comes after a given one?
// question_da: Hvilke punkter er der?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   words: list — all of them stand in the title or the text, in lower case
//   first: boolean — from the beginning of the list
//   key: string — the last date already shown, ISO
//   id: string — the point already shown at that date
//   limit: integer — how many rows at most
// columns: id, key
MATCH (i:AgendaItem)
WHERE ($municipality = '' OR i.id STARTS WITH $municipality + '.')
  AND (size($bodies) = 0 OR any(body IN $bodies WHERE i.id STARTS WITH body + '.'))
  AND all(word IN $words WHERE toLower(i.title) CONTAINS word OR toLower(coalesce(i.text, '')) CONTAINS word)
WITH i, coalesce(toString(i.date), '') AS key
WHERE $first OR key < $key OR (key = $key AND i.id > $id)
RETURN i.id AS id, key
ORDER BY key DESC, id
LIMIT $limit
