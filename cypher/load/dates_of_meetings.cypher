// question: On which dates were these meetings, as they stand in the graph?
// question_da: Hvilke datoer har disse møder i grafen?
// parameters: meetings: list — ids of meetings
// columns: date
UNWIND $meetings AS id
WITH *
MATCH (m:Meeting {id: id})
RETURN DISTINCT m.date AS date
