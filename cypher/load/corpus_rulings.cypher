// question: Which decisions do the points of this municipality print, of which body?
// question_da: Hvilke beslutninger står i kommunens punkter?
// parameters: municipality: string — id
// columns: id, item, body, date, own, item_number, text, outcomes, ordinal
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_DECISION]->(d:Decision)
MATCH (d)-[:MADE_BY]->(b:Body)
RETURN d.id AS id, i.id AS item, b.id AS body, d.date AS date, d.own AS own, d.item_number AS item_number, d.text AS text,
       d.outcomes AS outcomes, d.ordinal AS ordinal
