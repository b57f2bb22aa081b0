// question: Which case does this id lead to? The id of a case, or of any of its points.
// question_da: Hvilken sag fører dette id til?
// parameters:
//   id: string — the id of a case or of a point
// columns: id
MATCH (c:Case {id: $id})
RETURN c.id AS id
UNION
MATCH (:AgendaItem {id: $id})-[:PART_OF_CASE]->(c:Case)
RETURN c.id AS id
