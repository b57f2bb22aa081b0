// question: Under which id does each printed name stand, in which meetings?
// question_da: Under hvilket id står hvert trykt navn?
// parameters: printed: list — ids of printed names
// columns: label, printed, id, meeting
UNWIND $printed AS name
WITH *
MATCH (m:Meeting)-[r:NAMES {printed: name}]->(n)
RETURN labels(n)[0] AS label, r.printed AS printed, n.id AS id, m.id AS meeting
