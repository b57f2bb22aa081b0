// question: Which cases took longest, or went through most points and bodies?
// question_da: Hvilke sager har varet længst eller fyldt mest?
// parameters:
//   by: string = days — the order: days, points or bodies
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 20 — how many rows at most
// columns: municipality, numbers, title, days, points, bodies, first_date, last_date, case_id
// theme: cases
// next: case_history, case_bodies
//
// `days` from the first to the last meeting at hand; a case that began or went on in other minutes took longer.
// example: limit=5
// example: by=points limit=5
MATCH (c:Case)<-[:PART_OF_CASE]-(i:AgendaItem)<-[:HAS_ITEM]-(:Meeting)<-[:HELD]-(b:Body)
WHERE $municipality = '' OR c.municipality = $municipality
WITH c, count(DISTINCT i) AS points, count(DISTINCT b) AS bodies,
     coalesce(duration.inDays(c.first_date, c.last_date).days, 0) AS days
WITH *, CASE $by WHEN 'points' THEN points WHEN 'bodies' THEN bodies WHEN 'days' THEN days END AS size
WHERE size IS NOT NULL
ORDER BY size DESC, points DESC, bodies DESC, c.id
LIMIT $limit
OPTIONAL MATCH (k:Municipality {id: c.municipality})
RETURN k.name AS municipality, c.numbers AS numbers, c.title AS title, days, points, bodies, c.first_date AS first_date,
       c.last_date AS last_date, c.id AS case_id
ORDER BY size DESC, points DESC, bodies DESC, case_id
