// question: Which organisations changed their name, when, and where does it stand?
// question_da: Hvilke organisationer har skiftet navn, hvornår, og hvor står det?
// parameters:
//   name: string = — only renames whose old or new name holds this; empty for all
// columns: old, new, since, date, municipality, body, point, title, quote, document, line, item
// theme: partners
// next: organisation, partners
//
// `since`: when it took the name, as far as the text says it; `date`: of the meeting that says so.
// example:
MATCH (r:Rename)<-[:STATES_RENAME]-(i:AgendaItem)<-[:HAS_ITEM]-(:Meeting)<-[:HELD]-(b:Body)<-[:HAS_BODY]-(k:Municipality)
WHERE $name = '' OR toLower(r.old + ' ' + r.new) CONTAINS toLower($name)
OPTIONAL MATCH (r)-[:HAS_EVIDENCE]->(e:Evidence)-[:IN_DOCUMENT]->(o:Document)
RETURN r.old AS old, r.new AS new, r.date AS since, i.date AS date, k.name AS municipality, b.name AS body,
       i.number AS point, i.title AS title, e.quote AS quote, o.name AS document, e.line AS line, i.id AS item
ORDER BY coalesce(toString(date), ''), item, old, new, line
