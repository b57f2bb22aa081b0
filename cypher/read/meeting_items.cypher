// question: Which points were on a meeting's agenda?
// question_da: Hvilke punkter havde mødet?
// parameters:
//   id: string — the id of a meeting
//   limit: integer — how many rows at most
// columns: id
MATCH (:Meeting {id: $id})-[:HAS_ITEM]->(i:AgendaItem)
RETURN i.id AS id
ORDER BY i.ordinal, id
LIMIT $limit
