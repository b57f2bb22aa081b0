// question: Which municipalities are there, and how much of each?
// question_da: Hvilke kommuner er der?
// parameters:
//   id: string — only this one; empty for all
//   limit: integer — how many rows at most
// columns: id, name, body_count, meeting_count, case_count
MATCH (m:Municipality)
WHERE $id = '' OR m.id = $id
RETURN m.id AS id, m.name AS name,
       COUNT { MATCH (m)-[:HAS_BODY]->(:Body) } AS body_count,
       COUNT { MATCH (m)-[:HAS_BODY]->(:Body)-[:HELD]->(:Meeting) } AS meeting_count,
       COUNT { MATCH (c:Case) WHERE c.municipality = m.id } AS case_count
ORDER BY id
LIMIT $limit
