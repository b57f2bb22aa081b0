// question: Remove the cases that these points are part of.
// question_da: Fjern de sager, som disse punkter indgår i.
// parameters: points: list — ids of points
UNWIND $points AS id
WITH *
MATCH (:AgendaItem {id: id})-[:PART_OF_CASE]->(c:Case)
WITH DISTINCT c
DETACH DELETE c
