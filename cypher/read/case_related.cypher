// question: Which other cases are one step from a case, and by which links?
// question_da: Hvilke andre sager hænger sammen med sagen, og hvorfor?
// parameters:
//   id: string — the id of a case
//   limit: integer — how many rows at most
// columns: case, direction, type, rule, confidence, status, detail, surface, from_item, from_date, to_item, to_date
CALL () {
  MATCH (:Case {id: $id})<-[:PART_OF_CASE]-(i:AgendaItem)-[:HAS_LINK]->(l:Link)-[:LINKS_TO]->(o:AgendaItem)-[:PART_OF_CASE]->(c:Case)
  WHERE c.id <> $id
  RETURN c.id AS case, 'to' AS direction, l, i.id AS from_item, i.date AS from_date, o.id AS to_item, o.date AS to_date
  UNION ALL
  MATCH (:Case {id: $id})<-[:PART_OF_CASE]-(i:AgendaItem)<-[:LINKS_TO]-(l:Link)<-[:HAS_LINK]-(o:AgendaItem)-[:PART_OF_CASE]->(c:Case)
  WHERE c.id <> $id
  RETURN c.id AS case, 'from' AS direction, l, o.id AS from_item, o.date AS from_date, i.id AS to_item, i.date AS to_date
}
WITH *
WHERE l.status <> 'refused'
OPTIONAL MATCH (l)-[:STATED_BY]->(x)
RETURN case, direction, l.type AS type, l.rule AS rule, l.confidence AS confidence, l.status AS status, l.detail AS detail,
       coalesce(x.surface, x.text) AS surface, from_item, from_date, to_item, to_date
ORDER BY direction DESC, type, case, from_item, to_item, surface
LIMIT $limit
