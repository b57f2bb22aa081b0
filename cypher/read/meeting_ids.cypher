// question: Which meetings were there, newest first, and what comes after a given one?
// question_da: Hvilke møder har der været?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
MATCH (x:Meeting)
WHERE x.status <> 'referenced' AND ($municipality = '' OR x.id STARTS WITH $municipality + '.')
  AND (size($bodies) = 0 OR any(body IN $bodies WHERE x.id STARTS WITH body + '.'))
WITH x, coalesce(toString(x.date), '') AS key
WHERE $first OR key < $key OR (key = $key AND x.id > $id)
RETURN x.id AS id, key
ORDER BY key DESC, id
LIMIT $limit
