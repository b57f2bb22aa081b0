// question: Say of these decisions that they are printed elsewhere, where they count.
// question_da: Skriv om disse beslutninger, at de er gengivelser, som ikke tæller.
// parameters: decisions: list — ids
UNWIND $decisions AS id
WITH *
MATCH (d:Decision {id: id})
SET d.repeated = true
