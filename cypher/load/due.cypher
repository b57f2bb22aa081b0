// question: Say that the derived layer of these municipalities is to be computed anew.
// question_da: Skriv, at kommunernes udledte lag skal beregnes igen.
// parameters: municipalities: list — ids
UNWIND $municipalities AS id
WITH *
MERGE (d:Derivation {id: id})
SET d.version = null
