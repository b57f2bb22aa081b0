// question: What have people corrected in a meeting?
// question_da: Hvad er rettet i mødet?
// parameters:
//   id: string — the id of a meeting
//   limit: integer — how many rows at most
// columns: correction
MATCH (:Meeting {id: $id})-[:HAS_CORRECTION]->(c:Correction)
RETURN c{.*} AS correction
ORDER BY c.id
LIMIT $limit
