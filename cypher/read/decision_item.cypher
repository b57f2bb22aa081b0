// question: At which point does this decision stand?
// question_da: På hvilket punkt står beslutningen?
// parameters:
//   id: string — the id of a decision
// columns: item
MATCH (:Decision {id: $id})<-[:HAS_DECISION]-(i:AgendaItem)
RETURN i.id AS item
ORDER BY item
LIMIT 1
