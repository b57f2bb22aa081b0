// question: Take away what shows that planned steps of this municipality were taken.
// question_da: Fjern, hvad der viser, at kommunens planlagte skridt blev taget.
// parameters: municipality: string — id
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(:Body)<-[:PLANNED_IN]-(:ProcedureStep)-[r:SHOWN_BY]->(:Decision)
DELETE r
