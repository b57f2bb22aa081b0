// question: Remove the absences at the points of these meetings.
// question_da: Fjern fraværet ved disse møders punkter.
// parameters: meetings: list — ids of meetings
UNWIND $meetings AS id
WITH *
MATCH (:Meeting {id: id})-[:HAS_ITEM]->(:AgendaItem)<-[:AT_ITEM]-(a:Attendance)
OPTIONAL MATCH (a)-[:HAS_EVIDENCE]->(e:Evidence)
DETACH DELETE a, e
