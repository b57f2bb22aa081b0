// question: What are these KLE topics, and how many points and cases have them or a topic within them?
// question_da: Hvilke KLE-emner er det?
// parameters:
//   ids: list — ids of topics
//   municipality: string — only this municipality's points; empty for all
// columns: id, number, level, item_count, case_count
UNWIND $ids AS key
WITH *
MATCH (x:Topic {id: key})
RETURN x.id AS id, x.number AS number, x.level AS level,
       size(COLLECT { MATCH (x)-[:HAS_SUBTOPIC*0..2]->(:Topic)<-[:HAS_TOPIC]-(i:AgendaItem) WHERE $municipality = '' OR i.id STARTS WITH $municipality + '.' RETURN DISTINCT i.id AS item }) AS item_count,
       size(COLLECT { MATCH (x)-[:HAS_SUBTOPIC*0..2]->(:Topic)<-[:HAS_TOPIC]-(i:AgendaItem)-[:PART_OF_CASE]->(c:Case) WHERE $municipality = '' OR i.id STARTS WITH $municipality + '.' RETURN DISTINCT c.id AS case }) AS case_count
