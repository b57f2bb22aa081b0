// question: How much of each municipality was read, and from when to when?
// question_da: Hvor meget er læst af hver kommune?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   limit: integer — how many rows at most
// columns: id, name, held, planned, items, expected, decided, first_date, last_date
//
// Expected are points that are there to be decided and not closed; decided those of them that a decision was read at.
MATCH (k:Municipality)
WHERE $municipality = '' OR k.id = $municipality
OPTIONAL MATCH (k)-[:HAS_BODY]->(:Body)-[:HELD]->(m:Meeting {status: 'held'})
WITH k, count(m) AS held, min(m.date) AS first_date, max(m.date) AS last_date
RETURN k.id AS id, k.name AS name, held,
       COUNT { MATCH (k)-[:HAS_BODY]->(:Body)-[:HELD]->(m:Meeting) WHERE m.status = 'planned' } AS planned,
       COUNT { MATCH (k)-[:HAS_BODY]->(:Body)-[:HELD]->(m:Meeting)-[:HAS_ITEM]->(:AgendaItem) WHERE m.status = 'held' } AS items,
       COUNT { MATCH (k)-[:HAS_BODY]->(:Body)-[:HELD]->(m:Meeting)-[:HAS_ITEM]->(i:AgendaItem)
               WHERE m.status = 'held' AND i.kind = 'decision' AND NOT coalesce(i.closed, false) } AS expected,
       COUNT { MATCH (k)-[:HAS_BODY]->(:Body)-[:HELD]->(m:Meeting)-[:HAS_ITEM]->(i:AgendaItem)
               WHERE m.status = 'held' AND i.kind = 'decision' AND NOT coalesce(i.closed, false)
                     AND EXISTS { MATCH (i)-[:HAS_DECISION]->(d:Decision) WHERE d.own } } AS decided,
       first_date, last_date
ORDER BY id
LIMIT $limit
