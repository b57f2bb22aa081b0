// question: Which points carry this case number, and where is it printed?
// question_da: Hvilke punkter har sagsnummeret, og hvor står det?
// parameters:
//   number: string — the case number as printed
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 1000 — how many rows at most
// columns: date, municipality, body, point, title, container, reason, document, line, item
// theme: cases
// next: containers, case_history
//
// `container`: the number holds the housekeeping of many meetings; its points are no case together.
// example: number=21/20417
// example: number=24/3310
MATCH (n:CaseNumber {number: $number})<-[:HAS_NUMBER]-(i:AgendaItem)<-[:HAS_ITEM]-(:Meeting)<-[:HELD]-(b:Body)<-[:HAS_BODY]-(k:Municipality)
WHERE $municipality = '' OR k.id = $municipality
WITH *, coalesce(
  head(COLLECT { MATCH (i)-[:HAS_EVIDENCE {field: 'case_number'}]->(e:Evidence) RETURN e ORDER BY e.document, e.line }),
  head(COLLECT { MATCH (i)-[:HAS_EVIDENCE {field: 'title'}]->(e:Evidence) RETURN e ORDER BY e.document, e.line })
) AS stands
OPTIONAL MATCH (o:Document {id: stands.document})
RETURN i.date AS date, k.name AS municipality, b.name AS body, i.number AS point, i.title AS title,
       coalesce(n.container, false) AS container, n.container_reason AS reason, o.name AS document, stands.line AS line, i.id AS item
ORDER BY coalesce(toString(date), ''), i.ordinal, item
LIMIT $limit
