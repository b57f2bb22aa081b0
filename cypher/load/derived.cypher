// question: Say by what the derived layer of this municipality was computed.
// question_da: Skriv, hvad kommunens udledte lag er beregnet efter.
// parameters:
//   municipality: string — id
//   version: string — of rules and judgements
MATCH (d:Derivation {id: $municipality})
SET d.version = $version
