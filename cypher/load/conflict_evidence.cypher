// question: Give conflicts the evidence of the facts that contradict each other.
// question_da: Giv modstrid de belæg, som de modstridende oplysninger har.
// parameters: rows: rows — fact, of (field of its evidence), conflict, field
UNWIND $rows AS row
WITH *
MATCH (f:__FROM__ {id: row.fact})-[r:HAS_EVIDENCE {field: row.of}]->(e:Evidence)
MATCH (c:Conflict {id: row.conflict})
CREATE (c)-[:HAS_EVIDENCE {field: row.field}]->(e)
