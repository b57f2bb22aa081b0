// question: Which documents were read from these places, from where else, and of which meetings do they tell?
// question_da: Hvilke dokumenter er læst fra disse steder?
// parameters: sources: list — ids of sources
// columns: document, retrieved, groups, files, addresses
UNWIND $sources AS id
WITH *
MATCH (:Source {id: id})<-[:READ_FROM]-(d:Document)
WITH DISTINCT d
RETURN d.id AS document, d.retrieved AS retrieved,
       COLLECT { MATCH (d)-[:HAS_RECORD]->(r:Record) RETURN r.group AS x ORDER BY x } AS groups,
       COLLECT { MATCH (d)-[:READ_FROM]->(s:Source) WHERE s.file RETURN s.id AS x ORDER BY x } AS files,
       COLLECT { MATCH (d)-[:READ_FROM]->(s:Source) WHERE NOT s.file RETURN s.id AS x ORDER BY x } AS addresses
ORDER BY document
