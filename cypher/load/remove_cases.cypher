// question: Remove the cases of this municipality.
// question_da: Fjern kommunens sager.
// parameters: municipality: string — id
MATCH (c:Case {municipality: $municipality})
DETACH DELETE c
