// question: What are these case numbers, how many points carry them, and which cases do those belong to?
// question_da: Hvad er disse sagsnumre, og hvilke sager fører de til?
// parameters:
//   ids: list — ids of case numbers
// columns: id, number, container, reason, item_count, cases, municipality, municipality_name
UNWIND $ids AS key
WITH *
MATCH (n:CaseNumber {id: key})
OPTIONAL MATCH (m:Municipality {id: split(n.id, '.')[0]})
RETURN n.id AS id, n.number AS number, coalesce(n.container, false) AS container, n.container_reason AS reason,
       COUNT { MATCH (n)<-[:HAS_NUMBER]-(:AgendaItem) } AS item_count,
       COLLECT { MATCH (n)<-[:HAS_NUMBER]-(:AgendaItem)-[:PART_OF_CASE]->(c:Case) RETURN DISTINCT c.id AS id ORDER BY id } AS cases,
       m.id AS municipality, m.name AS municipality_name
ORDER BY id
