// question: Which of these ids does no name and no point of the graph have?
// question_da: Hvilke af disse id'er findes ikke i grafen?
// parameters: ids: list — ids of names or points
// columns: id
UNWIND $ids AS id
WITH *
OPTIONAL MATCH (:Meeting)-[r:NAMES {printed: id}]->()
OPTIONAL MATCH (i:AgendaItem {id: id})
WITH id, count(r) AS names, count(i) AS points
WHERE names = 0 AND points = 0
RETURN id
