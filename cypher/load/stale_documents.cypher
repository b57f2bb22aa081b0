// question: Which documents were read by another extractor than this, and from where?
// question_da: Hvilke dokumenter er læst af en anden udgave end denne?
// parameters: extractor: string — the version that reads now
// columns: document, name, source_url, retrieved, sources
MATCH (d:Document)
WHERE d.extractor <> $extractor
RETURN d.id AS document, d.name AS name, d.source_url AS source_url, d.retrieved AS retrieved,
       COLLECT { MATCH (d)-[:READ_FROM]->(s:Source) WHERE s.file RETURN properties(s) AS x ORDER BY s.address } AS sources
ORDER BY document
