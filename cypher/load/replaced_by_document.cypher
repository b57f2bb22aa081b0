// question: Lead from what these documents replaced to them.
// question_da: Før fra det, disse dokumenter erstattede, til dem.
// parameters: documents: list — sha256 of files
UNWIND $documents AS id
WITH *
MATCH (d:Document {id: id})
MATCH (t:Tombstone {replaced_by: id})
MERGE (t)-[:REPLACED_BY]->(d)
