// question: Is there a point with this id?
// question_da: Findes punktet?
// parameters: id: string
// columns: id
MATCH (i:AgendaItem {id: $id})
RETURN i.id AS id
