// question: What have people corrected in these points?
// question_da: Hvad er rettet i punkterne?
// parameters:
//   ids: list — ids of points
// columns: item, correction
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})<-[:HAS_ITEM]-(:Meeting)-[:HAS_CORRECTION]->(c:Correction)
WHERE c.fact = i.id OR c.fact STARTS WITH i.id + '.'
RETURN i.id AS item, c{.*} AS correction
ORDER BY item, c.id
