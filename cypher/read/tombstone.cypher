// question: Was this document taken out, or the one that told of this meeting, and what took its place?
// question_da: Er dokumentet taget ud, og hvad har erstattet det?
// parameters:
//   id: string — sha256 of a document
//   meeting: string — id of a meeting
// columns: date, document, name
MATCH (t:Tombstone)
WHERE t.id = $id OR $meeting IN t.meetings
OPTIONAL MATCH (t)-[:REPLACED_BY*1..20]->(d:Document)
RETURN t.date AS date, d.id AS document, d.name AS name
ORDER BY date DESC, document
LIMIT 1
