// question: Forget that these documents were taken out of the graph.
// question_da: Glem, at disse dokumenter er taget ud.
// parameters: documents: list — sha256 of files
UNWIND $documents AS id
WITH *
MATCH (t:Tombstone {id: id})
DETACH DELETE t
