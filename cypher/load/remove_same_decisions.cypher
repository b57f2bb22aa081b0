// question: Take away what says that two prints are one decision of a body of this municipality.
// question_da: Fjern, at to gengivelser er samme beslutning.
// parameters: municipality: string — id
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(:Body)<-[:MADE_BY]-(:Decision)-[r:SAME_DECISION]->(:Decision)
DELETE r
