// question: How far had these cases come on a day: how many points, the latest when, under which numbers?
// question_da: Hvor langt var sagerne kommet den dag?
// parameters:
//   ids: list — ids of cases
//   day: date — the last day that counts
// columns: id, item_count, last_date, numbers
UNWIND $ids AS key
WITH *
MATCH (c:Case {id: key})<-[:PART_OF_CASE]-(i:AgendaItem)
WHERE i.date <= $day
OPTIONAL MATCH (i)-[:HAS_NUMBER {principal: true}]->(n:CaseNumber)
WITH c, i, n
ORDER BY n.id
RETURN c.id AS id, count(DISTINCT i) AS item_count, max(i.date) AS last_date, collect(DISTINCT n.number) AS numbers
ORDER BY id
