// question: At which point was this vote taken?
// question_da: På hvilket punkt er afstemningen?
// parameters:
//   id: string — the id of a vote
// columns: item
MATCH (:Vote {id: $id})<-[:HAS_VOTE]-(:Decision)<-[:HAS_DECISION]-(i:AgendaItem)
RETURN i.id AS item
ORDER BY item
LIMIT 1
