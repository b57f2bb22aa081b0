// question: Which accepted links lead from one point of a case to another?
// question_da: Hvilke forbindelser holder sagens punkter sammen?
// parameters:
//   id: string — the id of a case
// columns: type, start, end, rule, confidence, detail, via, surface
MATCH (:Case {id: $id})<-[:PART_OF_CASE]-(a:AgendaItem)-[:HAS_LINK]->(l:Link {status: 'accepted'})-[:LINKS_TO]->(b:AgendaItem)-[:PART_OF_CASE]->(c:Case)
WHERE c.id = $id
OPTIONAL MATCH (l)-[:STATED_BY]->(x)
RETURN l.type AS type, a.id AS start, b.id AS end, l.rule AS rule, l.confidence AS confidence, l.detail AS detail,
       x.id AS via, coalesce(x.surface, x.text) AS surface
ORDER BY start, type, end, via
