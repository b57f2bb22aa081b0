// question: What do the points of this municipality ask for, promise or postpone?
// question_da: Hvad er der ønsket, lovet eller udsat i kommunens punkter?
// parameters: municipality: string — id
// columns: id, item, kind, text, due, to
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_FOLLOW_UP]->(f:FollowUp)
RETURN f.id AS id, i.id AS item, f.kind AS kind, f.text AS text, f.due AS due, f.to AS to
