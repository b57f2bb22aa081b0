// question: Which sections of a law are named, and in how many points?
// question_da: Hvilke paragraffer nævnes?
// parameters:
//   id: string — the id of a law
//   limit: integer — how many rows at most
// columns: id, name, section, subsection, item_count
MATCH (:Law {id: $id})-[:HAS_PROVISION]->(x:Provision)
RETURN x.id AS id, x.name AS name, x.section AS section, x.subsection AS subsection,
       COUNT { MATCH (x)<-[:MENTIONS]-(:AgendaItem) } AS item_count
ORDER BY toInteger(x.section), x.section, x.subsection, id
LIMIT $limit
