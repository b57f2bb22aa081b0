// question: How do these points read?
// question_da: Hvordan lyder punkterne?
// parameters:
//   ids: list — ids of points
// columns: id, text
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})
RETURN i.id AS id, i.text AS text
