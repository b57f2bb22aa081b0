// question: Which KLE topics are there, and what comes after a given one?
// question_da: Hvilke KLE-emner er der?
// parameters:
//   municipality: string — only those of points of this municipality's id; empty for all
//   number: string — only numbers that begin so; empty for all
//   sort: string — the order: name (the number) or count (of points)
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key
MATCH (x:Topic)
WHERE x.number STARTS WITH $number
WITH *
WHERE $municipality = ''
      OR EXISTS { MATCH (x)-[:HAS_SUBTOPIC*0..2]->(:Topic)<-[:HAS_TOPIC]-(i:AgendaItem) WHERE i.id STARTS WITH $municipality + '.' }
WITH x, CASE $sort WHEN 'count' THEN right('00000000' + toString(size(COLLECT {
               MATCH (x)-[:HAS_SUBTOPIC*0..2]->(:Topic)<-[:HAS_TOPIC]-(i:AgendaItem) WHERE $municipality = '' OR i.id STARTS WITH $municipality + '.' RETURN DISTINCT i.id AS item })), 8)
             ELSE x.number END AS place
WHERE $first OR (place = $key AND x.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN x.id AS id, place AS key
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
