// question: The relations of one kind that end at these nodes.
// question_da: Relationer til disse knuder.
// parameters:
//   ids: list — ids of where they end
// columns: start, end, props
UNWIND $ids AS key
WITH *
MATCH (b:__TO__ {id: key})<-[r:__TYPE__]-(a:__FROM__)
RETURN a.id AS start, b.id AS end, properties(r) AS props
ORDER BY start, end
