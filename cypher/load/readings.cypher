// question: Which readings of documents, and which derivations, does the graph rest on?
// question_da: Hvilke aflæsninger og udledninger hviler grafen på?
// parameters: none
// columns: id, digest
MATCH (r:Record)
RETURN r.id AS id, r.digest AS digest
UNION
MATCH (d:Derivation)
RETURN d.id AS id, d.version AS digest
