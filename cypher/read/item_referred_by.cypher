// question: From which points does a link that holds lead to this one?
// question_da: Fra hvilke punkter fører en forbindelse til dette?
// parameters:
//   id: string — the id of a point
//   limit: integer — how many rows at most
// columns: id
MATCH (:AgendaItem {id: $id})<-[:LINKS_TO]-(:Link {status: 'accepted'})<-[:HAS_LINK]-(i:AgendaItem)
RETURN DISTINCT i.id AS id, coalesce(toString(i.date), '') AS day
ORDER BY day, id
LIMIT $limit
