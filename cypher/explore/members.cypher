// question: Who takes part in a collaboration, a project or an agreement, and where does it stand?
// question_da: Hvem er med i samarbejdet, projektet eller aftalen, og hvor står det?
// parameters:
//   name: string — the name of the collaboration, or part of it
//   limit: integer = 500 — how many rows at most
// columns: collaboration, relation, member, date, municipality, body, point, title, document, line, item
// theme: partners
// next: organisation, renames
//
// One row for each place that says so: members may change from year to year.
// example: name=JobKyst
MATCH (s:Statement)<-[:STATES]-(i:AgendaItem)<-[:HAS_ITEM]-(:Meeting)<-[:HELD]-(b:Body)<-[:HAS_BODY]-(k:Municipality)
WHERE s.predicate IN ['HAS_PARTNER', 'CONSISTS_OF', 'AGREED_BY'] AND toLower(s.subject) CONTAINS toLower($name)
OPTIONAL MATCH (s)-[:HAS_EVIDENCE]->(e:Evidence)-[:IN_DOCUMENT]->(o:Document)
RETURN s.subject AS collaboration, s.predicate AS relation, s.object AS member, i.date AS date, k.name AS municipality,
       b.name AS body, i.number AS point, i.title AS title, o.name AS document, e.line AS line, i.id AS item
ORDER BY collaboration, relation, member, coalesce(toString(date), ''), item, document, line
LIMIT $limit
