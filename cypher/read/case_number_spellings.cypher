// question: Which case numbers are there?
// question_da: Hvilke sagsnumre findes?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   limit: integer — how many rows at most
// columns: id, number, title, case
MATCH (n:CaseNumber)<-[:HAS_NUMBER]-(i:AgendaItem)
WHERE $municipality = '' OR n.id STARTS WITH $municipality + '.'
OPTIONAL MATCH (i)-[:PART_OF_CASE]->(c:Case)
WITH n, min(c.id) AS case, min(c.title) AS title
RETURN n.id AS id, n.number AS number, title, case
ORDER BY id
LIMIT $limit
