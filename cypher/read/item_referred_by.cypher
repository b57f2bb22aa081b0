// question: Which points refer to this one?
// question_da: Hvilke punkter henviser til dette?
// parameters:
//   id: string — the id of a point
//   limit: integer — how many rows at most
// columns: id
MATCH (:AgendaItem {id: $id})<-[:REFERS_TO]-(:Reference)<-[:HAS_REFERENCE]-(i:AgendaItem)
RETURN DISTINCT i.id AS id, coalesce(toString(i.date), '') AS day
ORDER BY day, id
LIMIT $limit
