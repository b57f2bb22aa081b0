// question: How did a person vote, newest first?
// question_da: Hvad har personen stemt?
// parameters:
//   id: string — the id of a person
//   limit: integer — how many rows at most
// columns: item, decision, vote, motion, result, fact, person, evidence
MATCH (p:Person {id: $id})<-[:CAST_BY]-(x:Ballot)<-[:HAS_BALLOT]-(v:Vote)<-[:HAS_VOTE]-(d:Decision)
MATCH (d)<-[:HAS_DECISION]-(i:AgendaItem)
WHERE NOT coalesce(d.repeated, false)
RETURN i.id AS item, d.text AS decision, v.id AS vote, v.motion AS motion, v.result AS result, x{.*} AS fact,
       p{.id, .name} AS person,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY coalesce(toString(i.date), '') DESC, i.id, v.id, x.id
LIMIT $limit
