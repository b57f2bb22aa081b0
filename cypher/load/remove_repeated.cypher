// question: Take away what says that decisions in this municipality's points are printed elsewhere.
// question_da: Fjern, at beslutninger i kommunens punkter er gengivelser.
// parameters: municipality: string — id
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(:AgendaItem)-[:HAS_DECISION]->(d:Decision)
WHERE d.repeated = true
SET d.repeated = null
