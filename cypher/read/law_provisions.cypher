// question: Which sections of a law are named, and in how many points?
// question_da: Hvilke paragraffer nævnes?
// parameters:
//   id: string — the id of a law
//   municipality: string — only this municipality's points; empty for all
//   limit: integer — how many rows at most
// columns: id, name, section, subsection, item_count
MATCH (:Law {id: $id})-[:HAS_PROVISION]->(x:Provision)
WITH *
WHERE $municipality = '' OR EXISTS { MATCH (x)<-[:MENTIONS]-(i:AgendaItem) WHERE i.id STARTS WITH $municipality + '.' }
RETURN x.id AS id, x.name AS name, x.section AS section, x.subsection AS subsection,
       CASE $municipality WHEN '' THEN COUNT { MATCH (x)<-[:MENTIONS]-(:AgendaItem) }
            ELSE COUNT { MATCH (x)<-[:MENTIONS]-(i:AgendaItem) WHERE i.id STARTS WITH $municipality + '.' } END AS item_count
ORDER BY toInteger(x.section), x.section, x.subsection, id
LIMIT $limit
