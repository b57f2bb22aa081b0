// question: Which points name this plan, newest first?
// question_da: Hvilke punkter nævner planen?
// parameters:
//   id: string — an id
//   limit: integer — how many rows at most
// columns: id
MATCH (:Plan {id: $id})<-[:MENTIONS]-(i:AgendaItem)
RETURN DISTINCT i.id AS id, coalesce(toString(i.date), '') AS day
ORDER BY day DESC, id
LIMIT $limit
