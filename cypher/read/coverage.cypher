// question: How much of each municipality was read, and from when to when?
// question_da: Hvor meget er læst af hver kommune?
// parameters:
//   limit: integer — how many rows at most
// columns: id, name, held, planned, items, expected, decided, first_date, last_date
//
// Expected are points that are there to be decided and not closed; decided those of them that a decision was read at.
MATCH (k:Municipality)
OPTIONAL MATCH (k)-[:HAS_BODY]->(:Body)-[:HELD]->(m:Meeting)
WHERE m.status IN ['held', 'planned']
OPTIONAL MATCH (m)-[:HAS_ITEM]->(i:AgendaItem)
WITH k, m, i, i.kind = 'decision' AND NOT coalesce(i.closed, false) AS to_decide
WITH k, m, count(i) AS items, sum(CASE WHEN to_decide THEN 1 ELSE 0 END) AS expected,
     sum(CASE WHEN to_decide AND EXISTS { MATCH (i)-[:HAS_DECISION]->(d:Decision) WHERE d.own } THEN 1 ELSE 0 END) AS decided
WITH k, items, expected, decided, m.date AS date, CASE WHEN m.status = 'held' THEN 1 ELSE 0 END AS held,
     CASE WHEN m.status = 'planned' THEN 1 ELSE 0 END AS planned
RETURN k.id AS id, k.name AS name, sum(held) AS held, sum(planned) AS planned, sum(held * items) AS items,
       sum(held * expected) AS expected, sum(held * decided) AS decided,
       min(CASE WHEN held = 1 THEN date END) AS first_date, max(CASE WHEN held = 1 THEN date END) AS last_date
ORDER BY id
LIMIT $limit
