// question: What do these meetings name that others may share?
// question_da: Hvad nævner disse møder, som andre kan være fælles om?
// parameters: meetings: list — ids of meetings
// columns: label, id
UNWIND $meetings AS id
WITH *
MATCH (:Meeting {id: id})-[:NAMES]->(n)
RETURN DISTINCT labels(n)[0] AS label, n.id AS id
