// question: What is it part of, and what does it consist of?
// question_da: Hvad er organisationen del af, og hvad består den af?
// parameters:
//   id: string — the id of an organisation
// columns: members, part_of
MATCH (o:Organisation {id: $id})
RETURN COLLECT { MATCH (o)-[:CONSISTS_OF]->(m:Organisation) RETURN m{.id, .name} ORDER BY m.name, m.id } AS members,
       COLLECT { MATCH (o)<-[:CONSISTS_OF]-(m:Organisation) RETURN m{.id, .name} ORDER BY m.name, m.id } AS part_of
