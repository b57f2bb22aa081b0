// question: From which meetings and points was a person absent, and what comes after a given one?
// question_da: Hvornår var personen fraværende?
// parameters:
//   of: string — the id of a person
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   since: string — only at meetings from this day on, ISO; empty for all
//   until: string — only at meetings up to this day, ISO; empty for all
//   status: string — absent or disqualified; empty for all that is not present
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
MATCH (:Person {id: $of})-[:HAS_ATTENDANCE]->(a:Attendance)
WHERE a.status <> 'present'
OPTIONAL MATCH (a)-[:AT_MEETING]->(m:Meeting)
OPTIONAL MATCH (a)-[:AT_ITEM]->(:AgendaItem)<-[:HAS_ITEM]-(n:Meeting)
WITH a, coalesce(m.id, n.id, '') AS meeting, coalesce(toString(m.date), toString(n.date), '') AS day
WHERE ($status = '' OR a.status = $status)
WITH *
WHERE size($bodies) = 0 OR any(body IN $bodies WHERE meeting STARTS WITH body + '.')
WITH *
WHERE ($since = '' OR day >= $since) AND ($until = '' OR (day <> '' AND day <= $until))
WITH a, day AS place
WHERE $first OR (place = $key AND a.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN a.id AS id, place AS key
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
