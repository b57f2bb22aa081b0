// question: What is judged of the names of this thing?
// question_da: Hvad er vurderet om navnene?
// parameters:
//   kind: string — Person, Body, Organisation or Law
//   id: string — its id
//   limit: integer — how many rows at most
// columns: judgement, others
CALL () {
  MATCH (x:Person {id: $id})<-[:ABOUT]-(j:Judgement) WHERE $kind = 'Person' RETURN j
  UNION
  MATCH (x:Body {id: $id})<-[:ABOUT]-(j:Judgement) WHERE $kind = 'Body' RETURN j
  UNION
  MATCH (x:Organisation {id: $id})<-[:ABOUT]-(j:Judgement) WHERE $kind = 'Organisation' RETURN j
  UNION
  MATCH (x:Law {id: $id})<-[:ABOUT]-(j:Judgement) WHERE $kind = 'Law' RETURN j
}
RETURN j{.*} AS judgement,
       COLLECT { MATCH (j)-[:ABOUT]->(o) WHERE o.id <> $id RETURN {id: o.id, name: coalesce(o.name, o.title)} ORDER BY o.id } AS others
ORDER BY j.verdict DESC, j.id
LIMIT $limit
