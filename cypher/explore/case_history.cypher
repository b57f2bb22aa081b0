// question: How did the case with this number travel through meetings, and where exactly does each decision stand?
// question_da: Hvordan gik sagen fra møde til møde, og hvor står det?
// parameters:
//   number: string — the case number as printed
//   municipality: string = — only this municipality's id; empty for all
// columns: date, municipality, body, point, title, outcomes, decision, document, page, line, item
// theme: cases
// next: case_bodies, changed_number, votes
//
// Of a container number these are the points that carry it: they are no case together.
// example: number=24/3310
MATCH (n:CaseNumber {number: $number})
WHERE $municipality = '' OR n.id STARTS WITH $municipality + '.'
CALL (n) {
  MATCH (n)<-[:HAS_NUMBER]-(i:AgendaItem)
  RETURN i
  UNION
  MATCH (n)<-[:HAS_NUMBER]-(:AgendaItem)-[:PART_OF_CASE]->(:Case)<-[:PART_OF_CASE]-(i:AgendaItem)
  WHERE NOT coalesce(n.container, false)
  RETURN i
}
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(m:Meeting)-[:HAS_ITEM]->(i)
OPTIONAL MATCH (i)-[:HAS_DECISION]->(d:Decision {own: true})
WITH *, coalesce(
  head(COLLECT { MATCH (d)-[:HAS_EVIDENCE {field: 'text'}]->(e:Evidence) RETURN e ORDER BY e.line, e.start, e.id }),
  head(COLLECT { MATCH (i)-[:HAS_EVIDENCE {field: 'title'}]->(e:Evidence) RETURN e ORDER BY e.line, e.start, e.id })
) AS stands
OPTIONAL MATCH (o:Document {id: stands.document})
RETURN i.date AS date, k.name AS municipality, b.name AS body, i.number AS point, i.title AS title,
       d.outcomes AS outcomes, d.text AS decision,
       o.name AS document, stands.page AS page, stands.line AS line, i.id AS item
ORDER BY coalesce(toString(date), ''), i.ordinal, item, d.ordinal
