// question: Lead from what these documents replaced to what is left of them.
// question_da: Før fra det, disse fjernede dokumenter erstattede, til deres spor.
// parameters: documents: list — sha256 of files
UNWIND $documents AS id
WITH *
MATCH (d:Tombstone {id: id})
MATCH (t:Tombstone {replaced_by: id})
MERGE (t)-[:REPLACED_BY]->(d)
