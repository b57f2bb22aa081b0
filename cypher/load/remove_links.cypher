// question: Remove the links between this municipality's points.
// question_da: Fjern forbindelserne mellem kommunens punkter.
// parameters: municipality: string — id
MATCH (l:Link {municipality: $municipality})
DETACH DELETE l
