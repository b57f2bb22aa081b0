// question: What was decided on these dates, as each point prints it?
// question_da: Hvad blev besluttet på disse datoer, efter hvert punkts ordlyd?
// parameters: dates: list — dates
// columns: id, body, date, own, text, repeated, item, item_date, title, number
UNWIND $dates AS day
WITH *
MATCH (d:Decision {date: day})-[:MADE_BY]->(b:Body)
MATCH (d)<-[:HAS_DECISION]-(i:AgendaItem)
OPTIONAL MATCH (i)-[:HAS_NUMBER {principal: true}]->(n:CaseNumber)
RETURN d.id AS id, b.id AS body, d.date AS date, d.own AS own, d.text AS text, coalesce(d.repeated, false) AS repeated,
       i.id AS item, i.date AS item_date, i.title AS title, n.id AS number
