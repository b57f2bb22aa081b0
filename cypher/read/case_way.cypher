// question: Through which bodies did a case go, point by point?
// question_da: Gennem hvilke udvalg gik sagen, punkt for punkt?
// parameters:
//   id: string — the id of a case
//   limit: integer — how many points at most
// columns: item, title, date, body, body_name, quoted
//
// `quoted`: the other bodies whose decision the point prints.
MATCH (:Case {id: $id})<-[:PART_OF_CASE]-(i:AgendaItem)<-[:HAS_ITEM]-(:Meeting)<-[:HELD]-(b:Body)
RETURN i.id AS item, i.title AS title, i.date AS date, b.id AS body, b.name AS body_name,
       COLLECT {
         MATCH (i)-[:HAS_DECISION]->(:Decision {own: false})-[:MADE_BY]->(o:Body)
         RETURN DISTINCT o.id AS id
         ORDER BY id
       } AS quoted
ORDER BY coalesce(toString(date), ''), i.ordinal, item
LIMIT $limit
