// question: Remove the cases that points of these meetings are part of.
// question_da: Fjern de sager, som disse møders punkter indgår i.
// parameters: meetings: list — ids of meetings
UNWIND $meetings AS id
WITH *
MATCH (:Meeting {id: id})-[:HAS_ITEM]->(:AgendaItem)-[:PART_OF_CASE]->(c:Case)
WITH DISTINCT c
DETACH DELETE c
