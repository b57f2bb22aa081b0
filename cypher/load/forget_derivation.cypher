// question: Forget a municipality of which no meeting is left.
// question_da: Glem en kommune uden møder.
// parameters: municipality: string — id
MATCH (d:Derivation {id: $municipality})
DETACH DELETE d
