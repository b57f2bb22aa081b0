// question: Which points name this section of a law, newest first?
// question_da: Hvilke punkter nævner det?
// parameters:
//   id: string — an id
//   municipality: string — only this municipality's points; empty for all
//   limit: integer — how many rows at most
// columns: id
MATCH (:Provision {id: $id})<-[:MENTIONS]-(i:AgendaItem)
WHERE $municipality = '' OR i.id STARTS WITH $municipality + '.'
RETURN DISTINCT i.id AS id, coalesce(toString(i.date), '') AS day
ORDER BY day DESC, id
LIMIT $limit
