// question: Which organisations does a body deal with, year by year?
// question_da: Hvilke organisationer har udvalget med at gøre, år for år?
// parameters:
//   body: string = — only bodies whose name holds this; empty for all
//   municipality: string = — only this municipality's id; empty for all
//   type: string = — only organisations of this type: association, union, state_agency …
//   limit: integer = 500 — how many rows at most
// columns: municipality, body, year, organisation, type, points, first_date, last_date
// theme: partners
// next: organisation, members
//
// example: body=uddannelse municipality=nordlev
// example: type=collaboration
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(m:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:MENTIONS]->(o:Organisation)
WHERE ($municipality = '' OR k.id = $municipality)
  AND ($body = '' OR toLower(b.name) CONTAINS toLower($body))
  AND ($type = '' OR o.type = $type)
  AND m.date IS NOT NULL
RETURN k.name AS municipality, b.name AS body, m.date.year AS year, o.name AS organisation, o.type AS type,
       count(DISTINCT i) AS points, min(m.date) AS first_date, max(m.date) AS last_date
ORDER BY municipality, body, year, points DESC, organisation
LIMIT $limit
