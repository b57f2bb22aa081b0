// question: Which other cases are one step from these, and by which links?
// question_da: Hvilke andre sager hænger sammen med sagerne, og hvorfor?
// parameters:
//   ids: list — ids of cases
// columns: case, id, direction, type, rule, confidence, status, detail, quote, from, to
UNWIND $ids AS key
WITH *
CALL (key) {
  MATCH (:Case {id: key})<-[:PART_OF_CASE]-(i:AgendaItem)-[:HAS_LINK]->(l:Link)-[:LINKS_TO]->(o:AgendaItem)-[:PART_OF_CASE]->(c:Case)
  WHERE c.id <> key
  RETURN c.id AS other, 'to' AS direction, l, i.id AS start, o.id AS end
  UNION
  MATCH (:Case {id: key})<-[:PART_OF_CASE]-(i:AgendaItem)<-[:LINKS_TO]-(l:Link)<-[:HAS_LINK]-(o:AgendaItem)-[:PART_OF_CASE]->(c:Case)
  WHERE c.id <> key
  RETURN c.id AS other, 'from' AS direction, l, o.id AS start, i.id AS end
}
WITH *
WHERE l.status <> 'refused'
OPTIONAL MATCH (l)-[:STATED_BY]->(x)
RETURN key AS case, other AS id, direction, l.type AS type, l.rule AS rule, l.confidence AS confidence,
       l.status AS status, l.detail AS detail, coalesce(x.surface, x.text) AS quote, start AS from, end AS to
ORDER BY case, direction DESC, type, id, from, to, l.id
