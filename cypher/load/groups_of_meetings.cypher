// question: Which meetings do the documents of these meetings tell of, themselves among them?
// question_da: Hvilke møder fortæller disse møders dokumenter om?
// parameters: meetings: list — ids of meetings
// columns: group, start_time
UNWIND $meetings AS id
WITH *
MATCH (:Meeting {id: id})-[:DOCUMENTED_BY]->(:Document)-[:HAS_RECORD]->(r:Record)
RETURN DISTINCT r.group AS group, r.start_time AS start_time
