// question: Which points were postponed, and when did their case come back?
// question_da: Hvilke punkter blev udsat, og hvornår kom sagen igen?
// parameters:
//   municipality: string = — only this municipality's id; empty for all
//   only_open: boolean = false — only those whose case has not come back
//   limit: integer = 200 — how many rows at most
// columns: date, municipality, body, point, title, numbers, decision, returned, returned_body, returned_point, item
// theme: cases
// next: postponed_again, open_promises
//
// `returned`: the next meeting that treats the same case. Empty says only that none is in the graph.
// example:
// example: municipality=nordlev only_open=true
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_DECISION]->(d:Decision {own: true})
WHERE 'deferred' IN d.outcomes AND ($municipality = '' OR k.id = $municipality)
CALL (i) {
  OPTIONAL MATCH (i)-[:PART_OF_CASE]->(:Case)<-[:PART_OF_CASE]-(n:AgendaItem)<-[:HAS_ITEM]-(:Meeting)<-[:HELD]-(c:Body)
  WHERE n.date > i.date
  RETURN n.date AS returned, c.name AS returned_body, n.number AS returned_point
  ORDER BY returned, n.id
  LIMIT 1
}
WITH *
WHERE NOT $only_open OR returned IS NULL
RETURN i.date AS date, k.name AS municipality, b.name AS body, i.number AS point, i.title AS title,
       COLLECT { MATCH (i)-[:HAS_NUMBER]->(n:CaseNumber) RETURN n.number ORDER BY n.number } AS numbers,
       d.text AS decision, returned, returned_body, returned_point, i.id AS item
ORDER BY coalesce(toString(date), ''), item
LIMIT $limit
