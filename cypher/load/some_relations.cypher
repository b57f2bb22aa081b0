// question: The relations of one kind that begin at these nodes.
// question_da: Relationer fra disse knuder.
// parameters:
//   ids: list — ids of where they begin
// columns: start, end, props
UNWIND $ids AS key
WITH *
MATCH (a:__FROM__ {id: key})-[r:__TYPE__]->(b:__TO__)
RETURN a.id AS start, b.id AS end, properties(r) AS props
ORDER BY start, end
