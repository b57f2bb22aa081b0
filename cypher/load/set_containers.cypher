// question: Say of these case numbers whether they are containers, and why.
// question_da: Skriv om disse sagsnumre er samlenumre, og hvorfor.
// parameters: rows: rows — id, container, reason (null: no point carries it)
UNWIND $rows AS row
WITH *
MATCH (n:CaseNumber {id: row.id})
SET n.container = row.container, n.container_reason = row.reason
