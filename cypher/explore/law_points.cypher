// question: Which points rest on this law, or on this section of it?
// question_da: Hvilke punkter hviler på loven eller paragraffen?
// parameters:
//   law: string — title or popular name of the law, or part of it
//   section: string = — only this section, bare: 23 or 31 b; empty for all
//   limit: integer = 200 — how many rows at most
// columns: law, provision, date, municipality, body, point, title, surface, document, line, item
// theme: law
// next: section_sign, brought_before
//
// example: law=kommunernes styrelse section=23
// example: law=serviceloven
MATCH (l:Law)
WHERE toLower(l.title) CONTAINS toLower($law)
   OR any(name IN coalesce(l.popular_names, []) WHERE toLower(name) CONTAINS toLower($law))
CALL (l) {
  MATCH (l)<-[:RESOLVED_TO]-(x:Mention)
  WHERE $section = ''
  RETURN x, null AS provision
  UNION ALL
  MATCH (l)-[:HAS_PROVISION]->(p:Provision)<-[:RESOLVED_TO]-(x:Mention)
  WHERE $section = '' OR p.section = $section
  RETURN x, p.name AS provision
}
MATCH (x)<-[:HAS_MENTION]-(i:AgendaItem)<-[:HAS_ITEM]-(:Meeting)<-[:HELD]-(b:Body)<-[:HAS_BODY]-(k:Municipality)
OPTIONAL MATCH (x)-[:IN_DOCUMENT]->(o:Document)
RETURN l.title AS law, provision, i.date AS date, k.name AS municipality, b.name AS body, i.number AS point,
       i.title AS title, x.surface AS surface, o.name AS document, x.line AS line, i.id AS item
ORDER BY law, coalesce(toString(date), ''), item, x.line, x.start, coalesce(provision, '')
LIMIT $limit
