// question: On which days were meetings held, from a place of a list on?
// question_da: Hvilke dage blev der holdt møder?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   since: string — only from this day on, ISO; empty for all
//   until: string — only up to this day, ISO; empty for all
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the day already shown
//   limit: integer — how many rows at most
// columns: day
MATCH (m:Meeting)
WHERE m.date IS NOT NULL AND m.status <> 'referenced' AND ($municipality = '' OR m.id STARTS WITH $municipality + '.')
WITH m.id AS meeting, toString(m.date) AS day
WHERE (size($bodies) = 0 OR any(body IN $bodies WHERE meeting STARTS WITH body + '.'))
  AND ($since = '' OR day >= $since) AND ($until = '' OR day <= $until)
  AND ($first OR ($backwards AND day <= $key) OR (NOT $backwards AND day >= $key))
RETURN DISTINCT day
ORDER BY CASE WHEN $backwards THEN day ELSE '' END DESC, day
LIMIT $limit
