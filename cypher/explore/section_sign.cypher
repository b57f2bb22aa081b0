// question: Is this number after § a section of a law, or an account of the finance act?
// question_da: Er dette en lovparagraf eller en konto på finansloven?
// parameters:
//   number: string — what stands after §, bare: 23, 31 b, 17.46.22.10
//   limit: integer = 200 — how many rows at most
// columns: meaning, name, date, municipality, body, point, title, surface, document, line, item
// theme: law
// next: law_points, money
//
// `name`: the law, or what the account is for.
// example: number=17.46.22.10
// example: number=23
CALL () {
  MATCH (l:Law)-[:HAS_PROVISION]->(p:Provision)<-[:RESOLVED_TO]-(x:Mention)
  WHERE p.section = $number
  RETURN 'section of a law' AS meaning, l.title AS name, x
  UNION ALL
  MATCH (x:Mention {kind: 'account'})
  WHERE x.detail = $number
  RETURN 'account of the finance act' AS meaning, x.name AS name, x
}
MATCH (x)<-[:HAS_MENTION]-(i:AgendaItem)<-[:HAS_ITEM]-(:Meeting)<-[:HELD]-(b:Body)<-[:HAS_BODY]-(k:Municipality)
OPTIONAL MATCH (x)-[:IN_DOCUMENT]->(o:Document)
RETURN meaning, name, i.date AS date, k.name AS municipality, b.name AS body, i.number AS point, i.title AS title,
       x.surface AS surface, o.name AS document, x.line AS line, i.id AS item
ORDER BY meaning, name, coalesce(toString(date), ''), item, line, x.start
LIMIT $limit
