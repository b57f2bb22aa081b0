// question: Which points carry this case number, newest first?
// question_da: Hvilke punkter bærer dette sagsnummer?
// parameters:
//   id: string — the id of a case number
//   limit: integer — how many rows at most
// columns: id
MATCH (:CaseNumber {id: $id})<-[:HAS_NUMBER]-(i:AgendaItem)
RETURN i.id AS id
ORDER BY coalesce(toString(i.date), '') DESC, i.ordinal, id
LIMIT $limit
