// question: Which points have this number or these words in their title, at which meetings?
// question_da: Hvilke punkter har dette nummer eller disse ord i titlen, og på hvilke møder?
// parameters:
//   point: string = — only points of this number; it comes again in every body and year
//   words: string = — only points whose title holds this; empty for all
//   date: string = — the day (ISO), or its beginning: 2025-11, 2025; empty for all
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 500 — how many rows at most
// columns: date, municipality, body, point, title, kind, numbers, document, line, item
// theme: cases
// next: case_history, decisions
//
// example: point=14
// example: words=budget date=2025
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)
WHERE ($municipality = '' OR k.id = $municipality)
  AND ($point = '' OR i.number = $point)
  AND ($words = '' OR toLower(i.title) CONTAINS toLower($words))
  AND coalesce(toString(i.date), '') STARTS WITH $date
CALL (i) {
  OPTIONAL MATCH (i)-[:HAS_EVIDENCE {field: 'title'}]->(e:Evidence)-[:IN_DOCUMENT]->(o:Document)
  RETURN o.name AS document, e.line AS line
  ORDER BY document, line
  LIMIT 1
}
RETURN i.date AS date, k.name AS municipality, b.name AS body, i.number AS point, i.title AS title, i.kind AS kind,
       COLLECT { MATCH (i)-[:HAS_NUMBER]->(n:CaseNumber) RETURN n.number ORDER BY n.number } AS numbers, document, line, i.id AS item
ORDER BY coalesce(toString(date), ''), municipality, body, i.ordinal, item
LIMIT $limit
