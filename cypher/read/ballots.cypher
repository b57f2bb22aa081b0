// question: What are these ballots of persons: at which point, on which motion, with what result?
// question_da: Hvilke stemmer er det?
// parameters:
//   ids: list — ids of ballots
// columns: item, decision, vote, motion, result, fact, person, evidence
UNWIND $ids AS key
WITH *
MATCH (p:Person)<-[:CAST_BY]-(x:Ballot {id: key})<-[:HAS_BALLOT]-(v:Vote)<-[:HAS_VOTE]-(d:Decision)<-[:HAS_DECISION]-(i:AgendaItem)
RETURN i.id AS item, d.text AS decision, v.id AS vote, v.motion AS motion, v.result AS result, x{.*} AS fact,
       p{.id, .name} AS person,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY x.id
