// question: Which case numbers are containers, and why?
// question_da: Hvilke sagsnumre er samlesager, og hvorfor?
// parameters:
//   municipality: string = — only this municipality's id; empty for all
// columns: municipality, number, points, matters, reason, first_date, last_date
// theme: cases
// next: number_points
//
// A container holds the housekeeping of many meetings, or unrelated matters under one number. Its points are not one
// case; `matters` counts those of them that are in a case.
// example:
MATCH (n:CaseNumber {container: true})<-[:HAS_NUMBER]-(i:AgendaItem)
MATCH (k:Municipality)
WHERE n.id STARTS WITH k.id + '.' AND ($municipality = '' OR k.id = $municipality)
RETURN k.name AS municipality, n.number AS number, count(DISTINCT i) AS points,
       count(DISTINCT CASE WHEN EXISTS { MATCH (i)-[:PART_OF_CASE]->(:Case) } THEN i END) AS matters,
       n.container_reason AS reason, min(i.date) AS first_date, max(i.date) AS last_date
ORDER BY points DESC, municipality, number
