// question: Which cases moved last, and what comes after a given one?
// question_da: Hvilke sager har sidst bevæget sig?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   words: list — all of them stand in the title or in a number, in lower case
//   minimum: integer — at least so many points
//   first: boolean — from the beginning of the list
//   key: string — the last date already shown, ISO
//   id: string — the case already shown at that date
//   limit: integer — how many rows at most
// columns: id, key
MATCH (c:Case)
WHERE ($municipality = '' OR c.municipality = $municipality)
  AND c.item_count >= $minimum
  AND all(word IN $words WHERE toLower(c.title) CONTAINS word
                               OR any(number IN coalesce(c.numbers, []) WHERE number CONTAINS word))
WITH c, coalesce(toString(c.last_date), '') AS key
WHERE $first OR key < $key OR (key = $key AND c.id > $id)
RETURN c.id AS id, key
ORDER BY key DESC, id
LIMIT $limit
