// question: Which cases were postponed more than once?
// question_da: Hvilke sager er udsat mere end én gang?
// parameters:
//   times: integer = 2 — postponed so often or more
//   limit: integer = 100 — how many rows at most
// columns: municipality, numbers, title, times, postponed, last_date, case_id
// theme: cases
// next: postponed, case_history
//
// `postponed`: when and by whom, in the bodies' own minutes.
// example:
// example: times=1
MATCH (c:Case)<-[:PART_OF_CASE]-(i:AgendaItem)-[:HAS_DECISION]->(d:Decision {own: true})
WHERE 'deferred' IN d.outcomes
MATCH (i)<-[:HAS_ITEM]-(:Meeting)<-[:HELD]-(b:Body)
WITH c, i, b
ORDER BY coalesce(toString(i.date), ''), i.id
WITH c, collect(DISTINCT toString(i.date) + ' ' + b.name) AS postponed
WHERE size(postponed) >= $times
OPTIONAL MATCH (k:Municipality {id: c.municipality})
RETURN k.name AS municipality, c.numbers AS numbers, c.title AS title, size(postponed) AS times, postponed,
       c.last_date AS last_date, c.id AS case_id
ORDER BY times DESC, coalesce(toString(last_date), '') DESC, case_id
LIMIT $limit
