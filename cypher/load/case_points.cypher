// question: Which points does a case have?
// question_da: Hvilke punkter har sagen?
// parameters:
//   id: string — the id of a case
// columns: id
MATCH (:Case {id: $id})<-[:PART_OF_CASE]-(i:AgendaItem)
RETURN i.id AS id
ORDER BY id
