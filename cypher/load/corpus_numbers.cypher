// question: Which case numbers stand in the text of this municipality's points?
// question_da: Hvilke sagsnumre står i teksten i kommunens punkter?
// parameters: municipality: string — id
// columns: id, item, number, surface
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_MENTION]->(x:Mention {kind: 'case-number'})
MATCH (x)-[:RESOLVED_TO]->(n:CaseNumber)
RETURN x.id AS id, i.id AS item, n.id AS number, x.surface AS surface
