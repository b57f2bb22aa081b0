// question: Which case numbers do the points of these meetings carry?
// question_da: Hvilke sagsnumre har disse møders punkter?
// parameters: meetings: list — ids of meetings
// columns: number
UNWIND $meetings AS id
WITH *
MATCH (:Meeting {id: id})-[:HAS_ITEM]->(:AgendaItem)-[r:HAS_NUMBER]->(n:CaseNumber)
WHERE r.principal = true
RETURN DISTINCT n.id AS number
