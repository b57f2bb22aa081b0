// question: Which references stand in these meetings, or name one of these dates?
// question_da: Hvilke henvisninger står i disse møder eller nævner disse datoer?
// parameters: dates: list — ISO dates
// columns: id, date, item_number, body, item, meeting
UNWIND $dates AS day
WITH *
MATCH (r:Reference {date: day})<-[:HAS_REFERENCE]-(i:AgendaItem)<-[:HAS_ITEM]-(m:Meeting)
RETURN r.id AS id, r.date AS date, r.item_number AS item_number, r.body AS body, i.id AS item, m.id AS meeting
