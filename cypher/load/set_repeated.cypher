// question: Say of these decisions whether they are printed elsewhere, where they count.
// question_da: Skriv om disse beslutninger er gengivelser, som ikke tæller.
// parameters: rows: rows — id, repeated (true or null)
UNWIND $rows AS row
WITH *
MATCH (d:Decision {id: row.id})
SET d.repeated = row.repeated
