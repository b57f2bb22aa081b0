// question: Which documents have a sha256 that begins so, or were read from this place?
// question_da: Hvilke dokumenter har denne begyndelse af sha256 eller dette sted?
// parameters:
//   prefix: string — the beginning of a sha256, or empty
//   sources: list — ids of sources
// columns: document
CALL () {
  MATCH (d:Document)
  WHERE $prefix <> '' AND d.id STARTS WITH $prefix
  RETURN d.id AS document
  UNION
  MATCH (t:Tombstone)
  WHERE $prefix <> '' AND t.id STARTS WITH $prefix
  RETURN t.id AS document
  UNION
  MATCH (s:Source)<-[:READ_FROM]-(d:Document)
  WHERE s.id IN $sources
  RETURN d.id AS document
}
RETURN document
ORDER BY document
LIMIT 20
