// question: Which bodies are to treat the points of this municipality?
// question_da: Hvilke organer skal behandle kommunens punkter?
// parameters: municipality: string — id
// columns: id, item, body, date, ordinal
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_STEP]->(s:ProcedureStep)
MATCH (s)-[:PLANNED_IN]->(b:Body)
RETURN s.id AS id, i.id AS item, b.id AS body, s.date AS date, s.ordinal AS ordinal
