// question: Which case does this id lead to? The id of a case, or of any of its points, as any document gives it.
// question_da: Hvilken sag fører dette id til?
// parameters:
//   id: string — the id of a case or of a point
//   meeting: string — the id of the point's meeting
// columns: id
MATCH (c:Case {id: $id})
RETURN c.id AS id
UNION
MATCH (:AgendaItem {id: $id})-[:PART_OF_CASE]->(c:Case)
RETURN c.id AS id
UNION
MATCH (:Meeting {id: $meeting})-[:HAS_ITEM]->(i:AgendaItem)-[:PART_OF_CASE]->(c:Case)
WHERE $id IN i.merged
RETURN c.id AS id
