// question: Between which points and these do links hold?
// question_da: Hvilke punkter hænger sammen med disse?
// parameters:
//   ids: list — ids of points
//   limit: integer — how many rows at most
// columns: from_id, from_title, from_date, to_id, to_title, to_date
UNWIND $ids AS key
WITH *
CALL (key) {
  MATCH (a:AgendaItem {id: key})-[:HAS_LINK]->(:Link {status: 'accepted', joins: false})-[:LINKS_TO]->(b:AgendaItem)
  RETURN a, b
  UNION
  MATCH (b:AgendaItem {id: key})<-[:LINKS_TO]-(:Link {status: 'accepted', joins: false})<-[:HAS_LINK]-(a:AgendaItem)
  RETURN a, b
}
RETURN DISTINCT a.id AS from_id, a.title AS from_title, a.date AS from_date,
       b.id AS to_id, b.title AS to_title, b.date AS to_date
ORDER BY from_id, to_id
LIMIT $limit
