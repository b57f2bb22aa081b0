// question: Which of these meetings are in the graph?
// question_da: Hvilke af disse møder er i grafen?
// parameters: meetings: list — ids
// columns: meeting
UNWIND $meetings AS id
WITH *
MATCH (m:Meeting {id: id})
RETURN m.id AS meeting
ORDER BY meeting
