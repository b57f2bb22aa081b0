// question: What do these organisations consist of, by which statement?
// question_da: Hvad består disse organisationer af?
// parameters: wholes: list — ids of organisations
// columns: whole, part, evidence
UNWIND $wholes AS id
WITH *
MATCH (whole:Organisation {id: id})<-[:HAS_SUBJECT]-(s:Statement)-[:HAS_OBJECT]->(part:Organisation)
WHERE s.predicate = 'CONSISTS_OF'
RETURN whole.id AS whole, part.id AS part, min(s.id) AS evidence
