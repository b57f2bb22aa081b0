// question: Remove these meetings.
// question_da: Fjern disse møder.
// parameters: meetings: list — ids of meetings
UNWIND $meetings AS id
WITH *
MATCH (m:Meeting {id: id})
DETACH DELETE m
