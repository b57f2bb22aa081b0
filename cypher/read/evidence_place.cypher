// question: Where does this fact stand, and what rests on it?
// question_da: Hvor står det, og hvad bygger på det?
// parameters: id: string — the id of an Evidence
// columns: evidence, facts
MATCH (e:Evidence {id: $id})
RETURN e{.*} AS evidence,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e) RETURN {label: labels(x)[0], id: x.id, field: r.field} AS fact ORDER BY x.id, r.field LIMIT 20 } AS facts
