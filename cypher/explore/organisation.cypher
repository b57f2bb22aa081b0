// question: What is there about one organisation, also under the names it had before or after?
// question_da: Hvad står der om organisationen, også under dens andre navne?
// parameters:
//   name: string — the name of the organisation, or part of it
//   limit: integer = 500 — how many rows at most
// columns: organisation, what, other, date, municipality, body, point, title, surface, document, line, item
// theme: partners
// next: renames, members, partners
//
// `what`: named (a place where a point names it), or a relation that a point states, a change of name among them, with
// (of) where the organisation is its object. A name that a change of name leads to, or comes from, is followed one step.
// example: name=JobKyst
// example: name=FREMjob
MATCH (s:Organisation)
WHERE any(one IN [s.name] + coalesce(s.aliases, []) WHERE toLower(one) CONTAINS toLower($name))
CALL (s) {
  RETURN s AS o
  UNION
  MATCH (s)<-[:OLD_NAME]-(:Rename)-[:NEW_NAME]->(o:Organisation) RETURN o
  UNION
  MATCH (s)<-[:NEW_NAME]-(:Rename)-[:OLD_NAME]->(o:Organisation) RETURN o
}
WITH DISTINCT o
CALL (o) {
  MATCH (o)<-[:RESOLVED_TO]-(x:Mention)<-[:HAS_MENTION]-(i:AgendaItem)
  RETURN i, 'named' AS what, null AS other, x.surface AS surface, x.document AS document, x.line AS line
  UNION ALL
  MATCH (o)<-[:HAS_SUBJECT]-(s:Statement)<-[:STATES]-(i:AgendaItem)
  OPTIONAL MATCH (s)-[:HAS_EVIDENCE]->(e:Evidence)
  RETURN i, s.predicate AS what, s.object AS other, e.quote AS surface, e.document AS document, e.line AS line
  UNION ALL
  MATCH (o)<-[:HAS_OBJECT]-(s:Statement)<-[:STATES]-(i:AgendaItem)
  OPTIONAL MATCH (s)-[:HAS_EVIDENCE]->(e:Evidence)
  RETURN i, s.predicate + ' (of)' AS what, s.subject AS other, e.quote AS surface, e.document AS document, e.line AS line
}
MATCH (i)<-[:HAS_ITEM]-(:Meeting)<-[:HELD]-(b:Body)<-[:HAS_BODY]-(k:Municipality)
OPTIONAL MATCH (f:Document {id: document})
RETURN o.name AS organisation, what, other, i.date AS date, k.name AS municipality, b.name AS body,
       i.number AS point, i.title AS title, surface, f.name AS document, line, i.id AS item
ORDER BY organisation, o.id, coalesce(toString(date), ''), item, line, what, other, surface
LIMIT $limit
