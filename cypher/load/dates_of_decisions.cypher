// question: Which dates have the decisions that these meetings print?
// question_da: Hvilke datoer har de beslutninger, som disse møder gengiver?
// parameters: meetings: list — ids of meetings
// columns: date
UNWIND $meetings AS id
WITH *
MATCH (:Meeting {id: id})-[:HAS_ITEM]->(:AgendaItem)-[:HAS_DECISION]->(d:Decision)
RETURN DISTINCT d.date AS date
