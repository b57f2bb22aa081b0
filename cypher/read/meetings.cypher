// question: What are these meetings: body, date, place, how many points?
// question_da: Hvilke møder er det?
// parameters:
//   ids: list — ids of meetings
// columns: id, date, start_time, place, status, document, body, municipality, item_count
UNWIND $ids AS key
WITH *
MATCH (x:Meeting {id: key})<-[:HELD|LACKS_MINUTES_OF]-(b:Body)<-[:HAS_BODY]-(m:Municipality)
RETURN x.id AS id, x.date AS date, x.start_time AS start_time, x.place AS place, coalesce(x.status, 'held') AS status,
       x.leading_document AS document,
       b{.id, .name} AS body, m{.id, .name} AS municipality,
       COUNT { MATCH (x)-[:HAS_ITEM]->(:AgendaItem) } AS item_count
