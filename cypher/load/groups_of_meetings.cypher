// question: Of which groups of records are these meetings?
// question_da: Hvilke grupper af aflæsninger hører møderne til?
// parameters: meetings: list — ids of meetings
// columns: group
UNWIND $meetings AS id
WITH *
MATCH (:Meeting {id: id})-[:DOCUMENTED_BY]->(:Document)-[:HAS_RECORD]->(r:Record)
RETURN DISTINCT r.group AS group
