// question: Which points of which meetings name this person, organisation, party, body, law, post, plan or agreement?
// question_da: Hvilke møder og punkter nævner personen, organisationen, loven eller aftalen?
// parameters:
//   name: string — the name, an alias or the form that is printed, or part of it
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 500 — how many rows at most
// columns: date, municipality, body, point, title, kind, name, surfaces, document, lines, item
// theme: partners
// next: organisation, law_points
//
// One row for each point and thing named. `surfaces`: as printed.
// example: name=JobKyst
// example: name=styrelse municipality=nordlev
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_MENTION]->(x:Mention)
WHERE $municipality = '' OR k.id = $municipality
OPTIONAL MATCH (x)-[:RESOLVED_TO]->(n)
OPTIONAL MATCH (n)<-[:HAS_PROVISION]-(l:Law)
WITH *, coalesce(l.title + ', ' + n.name, n.name, n.title, x.name, x.surface) AS called
WHERE any(one IN [called, x.surface] + coalesce(n.aliases, []) + coalesce(n.popular_names, [])
          WHERE toLower(one) CONTAINS toLower($name))
OPTIONAL MATCH (x)-[:IN_DOCUMENT]->(o:Document)
WITH k, b, i, x, called, o
ORDER BY x.line, x.start, x.id
WITH k, b, i, x.kind AS kind, called, o.name AS document, collect(DISTINCT x.surface) AS surfaces, collect(DISTINCT x.line) AS lines
RETURN i.date AS date, k.name AS municipality, b.name AS body, i.number AS point, i.title AS title, kind,
       called AS name, surfaces, document, lines, i.id AS item
ORDER BY coalesce(toString(date), ''), item, kind, name, document
LIMIT $limit
