// question: Say of these planned steps what shows that they were taken.
// question_da: Skriv, hvad der viser, at de planlagte skridt blev taget.
// parameters: rows: rows — id, done, gap
UNWIND $rows AS row
WITH *
MATCH (s:ProcedureStep {id: row.id})
SET s.done = row.done, s.gap = row.gap
