// question: What is known of a source file, and which meetings does it tell of?
// question_da: Hvad ved vi om et kildedokument?
// parameters:
//   id: string — its sha256
// columns: document, meetings
MATCH (d:Document {id: $id})
RETURN d{.*} AS document,
       COLLECT { MATCH (d)<-[:DOCUMENTED_BY]-(x:Meeting) RETURN x.id AS id ORDER BY id } AS meetings
