// question: Which case numbers do points carry, for near matches?
// question_da: Hvilke sagsnumre findes?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   beginning: string — only those that begin so, as ids have them: 24- is that of 24/2210; empty for all
//   limit: integer — how many rows at most
// columns: id, number
MATCH (n:CaseNumber)
WHERE ($municipality = '' OR n.id STARTS WITH $municipality + '.')
  AND ($beginning = '' OR split(n.id, '.')[1] STARTS WITH $beginning)
WITH n
WHERE EXISTS { MATCH (n)<-[:HAS_NUMBER]-(:AgendaItem) }
RETURN n.id AS id, n.number AS number
ORDER BY id
LIMIT $limit
