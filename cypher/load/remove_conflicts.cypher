// question: Remove the conflicts between documents of this municipality.
// question_da: Fjern modstrid mellem kommunens dokumenter.
// parameters: municipality: string — id
MATCH (c:Conflict {municipality: $municipality})
DETACH DELETE c
