// question: From which files was this document read?
// question_da: Hvilke filer er dokumentet læst fra?
// parameters: id: string — its sha256
// columns: address
MATCH (:Document {id: $id})-[:READ_FROM]->(s:Source)
WHERE s.file
RETURN s.address AS address
ORDER BY address
