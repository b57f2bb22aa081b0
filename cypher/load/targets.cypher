// question: Which meetings were held or planned on these dates, and with which points?
// question_da: Hvilke møder og punkter har disse datoer?
// parameters: dates: list — dates
// columns: date, meeting, body, items
UNWIND $dates AS day
WITH *
MATCH (b:Body)-[:HELD]->(m:Meeting {date: day})
WHERE m.status <> 'other'
OPTIONAL MATCH (m)-[:HAS_ITEM]->(i:AgendaItem)
RETURN m.date AS date, m.id AS meeting, b.id AS body, collect(i {.id, .number}) AS items
