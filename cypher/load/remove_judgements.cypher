// question: Remove the judgements on names of this municipality.
// question_da: Fjern vurderingerne af kommunens navne.
// parameters: municipality: string — id; - for those that all share
MATCH (j:Judgement {municipality: $municipality})
DETACH DELETE j
