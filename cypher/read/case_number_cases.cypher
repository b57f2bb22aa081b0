// question: To which case does each of these case numbers lead, where it leads to one?
// question_da: Hvilke sager fører sagsnumrene til?
// parameters:
//   ids: list — ids of case numbers
// columns: id, case, title
UNWIND $ids AS key
WITH *
MATCH (n:CaseNumber {id: key})<-[:HAS_NUMBER]-(:AgendaItem)-[:PART_OF_CASE]->(c:Case)
WITH n, c
ORDER BY c.id
RETURN n.id AS id, head(collect(c.id)) AS case, head(collect(c.title)) AS title
ORDER BY id
