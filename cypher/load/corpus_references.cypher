// question: Where do points of this municipality refer to other meetings?
// question_da: Hvor henviser kommunens punkter til andre møder?
// parameters: municipality: string — id
// columns: id, item, date, item_number, body, surface, sentence
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_REFERENCE]->(r:Reference)
RETURN r.id AS id, i.id AS item, r.date AS date, r.item_number AS item_number, r.body AS body, r.surface AS surface,
       r.sentence AS sentence
