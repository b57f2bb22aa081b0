// question: Where do these references, quoted decisions and steps of a procedure stand?
// question_da: Hvor står disse henvisninger, gengivne beslutninger og trin i procedurer?
// parameters:
//   ids: list — their ids
// columns: id, evidence
UNWIND $ids AS key
WITH *
CALL (key) {
  MATCH (x:Reference {id: key})
  RETURN x
  UNION ALL
  MATCH (x:Decision {id: key})
  RETURN x
  UNION ALL
  MATCH (x:ProcedureStep {id: key})
  RETURN x
}
RETURN x.id AS id,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY id
