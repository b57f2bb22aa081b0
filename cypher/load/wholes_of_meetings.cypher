// question: Which organisations do these meetings say consist of others?
// question_da: Hvilke organisationer består ifølge disse møder af andre?
// parameters: meetings: list — ids of meetings
// columns: whole
UNWIND $meetings AS id
WITH *
MATCH (:Meeting {id: id})-[:HAS_ITEM]->(:AgendaItem)-[:STATES]->(s:Statement)-[:HAS_SUBJECT]->(whole:Organisation)
WHERE s.predicate = 'CONSISTS_OF'
RETURN DISTINCT whole.id AS whole
