// question: Which cases are there, in the order of their ids?
// question_da: Hvilke sager er der?
// parameters:
//   after: string = — the id of the last case of the page before
//   limit: integer = 200 — how many at most
// columns: id, title, municipality, numbers, first_date, last_date, aliases
MATCH (c:Case)
WHERE c.id > $after
WITH c
ORDER BY c.id
LIMIT $limit
OPTIONAL MATCH (k:Municipality {id: c.municipality})
RETURN c.id AS id, c.title AS title, k.name AS municipality, coalesce(c.numbers, []) AS numbers,
       toString(c.first_date) AS first_date, toString(c.last_date) AS last_date, coalesce(c.aliases, []) AS aliases
ORDER BY id
