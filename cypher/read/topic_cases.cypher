// question: Which cases have a point with this KLE topic or one within it, latest first?
// question_da: Hvilke sager har emnet?
// parameters:
//   id: string — the id of a topic
//   municipality: string — only this municipality's cases; empty for all
//   limit: integer — how many rows at most
// columns: id
MATCH (:Topic {id: $id})-[:HAS_SUBTOPIC*0..2]->(:Topic)<-[:HAS_TOPIC]-(:AgendaItem)-[:PART_OF_CASE]->(c:Case)
WHERE $municipality = '' OR c.municipality = $municipality
RETURN DISTINCT c.id AS id, coalesce(toString(c.last_date), '') AS day
ORDER BY day DESC, id
LIMIT $limit
