// question: Which points name a law or a section of it, newest first?
// question_da: Hvilke punkter nævner loven?
// parameters:
//   id: string — the id of a law
//   municipality: string — only this municipality's points; empty for all
//   limit: integer — how many rows at most
// columns: id
CALL () {
  MATCH (:Law {id: $id})<-[:MENTIONS]-(i:AgendaItem) RETURN i
  UNION
  MATCH (:Law {id: $id})-[:HAS_PROVISION]->(:Provision)<-[:MENTIONS]-(i:AgendaItem) RETURN i
}
WITH i
WHERE $municipality = '' OR i.id STARTS WITH $municipality + '.'
RETURN i.id AS id
ORDER BY coalesce(toString(i.date), '') DESC, id
LIMIT $limit
