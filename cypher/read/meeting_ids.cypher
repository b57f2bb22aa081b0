// question: Which meetings were there, and what comes after a given one?
// question_da: Hvilke møder har der været?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   since: string — only at meetings from this day on, ISO; empty for all
//   until: string — only at meetings up to this day, ISO; empty for all
//   status: string — held, planned or other; empty for all
//   person: string — only where this person's id stands on the list as present; empty for all
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
//
// It begins at the person who is named; where nobody is, at all meetings.
CALL () {
  UNWIND CASE WHEN $person = '' THEN [true] ELSE [] END AS everywhere
  WITH *
  MATCH (x:Meeting)
  RETURN x
  UNION ALL
  MATCH (:Person {id: $person})-[:HAS_ATTENDANCE]->(a:Attendance)-[:AT_MEETING]->(x:Meeting)
  WHERE a.status = 'present'
  RETURN DISTINCT x
}
WITH x, coalesce(toString(x.date), '') AS place
WHERE x.status <> 'referenced' AND ($municipality = '' OR x.id STARTS WITH $municipality + '.')
  AND ($status = '' OR x.status = $status)
  AND (size($bodies) = 0 OR any(body IN $bodies WHERE x.id STARTS WITH body + '.'))
  AND ($since = '' OR place >= $since) AND ($until = '' OR (place <> '' AND place <= $until))
  AND ($first OR (place = $key AND x.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key))
RETURN x.id AS id, place AS key
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
