// question: Which points carry these case numbers as their own?
// question_da: Hvilke punkter har disse sagsnumre som deres eget?
// parameters: numbers: list — ids of case numbers
// columns: id, number, printed, kind, title, date, ordinal, meeting
UNWIND $numbers AS number
WITH *
MATCH (n:CaseNumber {id: number})<-[r:HAS_NUMBER]-(i:AgendaItem)<-[:HAS_ITEM]-(m:Meeting)
WHERE r.principal = true
RETURN i.id AS id, n.id AS number, n.number AS printed, i.kind AS kind, i.title AS title, i.date AS date, i.ordinal AS ordinal, m.id AS meeting
