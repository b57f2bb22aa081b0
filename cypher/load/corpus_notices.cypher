// question: Which notices stand in the points of this municipality?
// question_da: Hvilke meddelelser står i kommunens punkter?
// parameters: municipality: string — id
// columns: id, item, ordinal, text
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_NOTICE]->(n:Notice)
RETURN n.id AS id, i.id AS item, n.ordinal AS ordinal, n.text AS text
