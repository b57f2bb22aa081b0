// question: Which bodies did the case with this number pass, also as other minutes quote them?
// question_da: Hvilke udvalg og råd har sagen været igennem?
// parameters:
//   number: string — the case number as printed
//   municipality: string = — only this municipality's id; empty for all
// columns: municipality, body, date, outcomes, own, points
// theme: cases
// next: case_history, missing_minutes
//
// `own`: whether the body's own minutes of that day are here; if not, it is known from other minutes that quote it.
// example: number=24/3310
MATCH (n:CaseNumber {number: $number})<-[:HAS_NUMBER]-(:AgendaItem)-[:PART_OF_CASE]->(c:Case)
WHERE NOT coalesce(n.container, false) AND ($municipality = '' OR n.id STARTS WITH $municipality + '.')
WITH DISTINCT c
MATCH (c)<-[:PART_OF_CASE]-(i:AgendaItem)-[:HAS_DECISION]->(d:Decision)-[:MADE_BY]->(b:Body)<-[:HAS_BODY]-(k:Municipality)
WITH k, b, d, i
ORDER BY d.own DESC, i.ordinal, d.id
WITH k, b, d.date AS date, collect(d.outcomes) AS all_outcomes, max(CASE WHEN d.own THEN 1 ELSE 0 END) = 1 AS own,
     collect(DISTINCT CASE WHEN d.own THEN i.number ELSE d.item_number END) AS points
RETURN k.name AS municipality, b.name AS body, date,
       reduce(found = [], one IN all_outcomes | found + [outcome IN one WHERE NOT outcome IN found]) AS outcomes,
       own, points
ORDER BY coalesce(toString(date), ''), body
