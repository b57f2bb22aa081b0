// question: Remove the lists of those present and absent at these meetings.
// question_da: Fjern fremmødet ved disse møder.
// parameters: meetings: list — ids of meetings
UNWIND $meetings AS id
WITH *
MATCH (:Meeting {id: id})<-[:AT_MEETING]-(a:Attendance)
OPTIONAL MATCH (a)-[:HAS_EVIDENCE]->(e:Evidence)
DETACH DELETE a, e
