// question: Which other cases does a case refer to, and which refer to it?
// question_da: Hvilke andre sager henviser sagen til, og hvilke henviser til den?
// parameters:
//   id: string — the id of a case
//   limit: integer — how many rows at most
// columns: case, direction, surface, from_item, to_item
CALL () {
  MATCH (:Case {id: $id})<-[:PART_OF_CASE]-(i:AgendaItem)-[:HAS_REFERENCE]->(r:Reference)-[:REFERS_TO]->(o:AgendaItem)
  MATCH (o)-[:PART_OF_CASE]->(c:Case)
  WHERE c.id <> $id
  RETURN c.id AS case, 'to' AS direction, r.surface AS surface, i.id AS from_item, o.id AS to_item
  UNION
  MATCH (:Case {id: $id})<-[:PART_OF_CASE]-(i:AgendaItem)<-[:REFERS_TO]-(r:Reference)<-[:HAS_REFERENCE]-(o:AgendaItem)
  MATCH (o)-[:PART_OF_CASE]->(c:Case)
  WHERE c.id <> $id
  RETURN c.id AS case, 'from' AS direction, r.surface AS surface, o.id AS from_item, i.id AS to_item
}
RETURN case, direction, surface, from_item, to_item
ORDER BY direction DESC, case, from_item, to_item, surface
LIMIT $limit
