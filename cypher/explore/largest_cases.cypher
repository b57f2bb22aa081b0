// question: Which cases went through most points, bodies and years?
// question_da: Hvilke sager fylder mest?
// parameters:
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 20 — how many rows at most
// columns: municipality, numbers, title, points, bodies, first_date, last_date, case_id
//
// example: limit=5
MATCH (c:Case)<-[:PART_OF_CASE]-(i:AgendaItem)<-[:HAS_ITEM]-(:Meeting)<-[:HELD]-(b:Body)
WHERE $municipality = '' OR c.municipality = $municipality
WITH c, count(DISTINCT i) AS points, count(DISTINCT b) AS bodies
ORDER BY points DESC, bodies DESC, c.id
LIMIT $limit
OPTIONAL MATCH (k:Municipality {id: c.municipality})
RETURN k.name AS municipality, c.numbers AS numbers, c.title AS title, points, bodies, c.first_date AS first_date,
       c.last_date AS last_date, c.id AS case_id
ORDER BY points DESC, bodies DESC, case_id
