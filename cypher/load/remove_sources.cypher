// question: Remove those of these places from which no document of the graph was read.
// question_da: Fjern de steder, som intet dokument er læst fra.
// parameters: sources: list — ids of sources
UNWIND $sources AS id
WITH *
MATCH (s:Source {id: id})
WHERE NOT EXISTS { MATCH (s)<-[:READ_FROM]-(:Document) }
DETACH DELETE s
