// question: Which KLE topics have a number that begins so?
// question_da: Hvilke KLE-emner begynder sådan?
// parameters:
//   number: string — the number, or its beginning
//   municipality: string — only those of points of this municipality's id; empty for all
//   limit: integer — how many rows at most
// columns: id, number
MATCH (x:Topic)
WHERE x.number STARTS WITH $number
WITH *
WHERE $municipality = ''
      OR EXISTS { MATCH (x)-[:HAS_SUBTOPIC*0..2]->(:Topic)<-[:HAS_TOPIC]-(i:AgendaItem) WHERE i.id STARTS WITH $municipality + '.' }
RETURN x.id AS id, x.number AS number
ORDER BY number
LIMIT $limit
