// question: Which meetings of a body do only other minutes tell of?
// question_da: Hvilke af udvalgets møder mangler der referat af?
// parameters:
//   id: string — the id of a body
//   limit: integer — how many rows at most
// columns: id, date, expected, matters
MATCH (:Body {id: $id})-[:LACKS_MINUTES_OF]->(m:Meeting)
WHERE m.date IS NOT NULL
RETURN m.id AS id, m.date AS date, coalesce(m.expected, false) AS expected, coalesce(m.matters, 0) AS matters
ORDER BY toString(date) DESC, id
LIMIT $limit
