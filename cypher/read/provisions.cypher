// question: Which sections of laws are these, and how many points name them?
// question_da: Hvilke paragraffer er det?
// parameters:
//   ids: list — ids of provisions
//   municipality: string — only this municipality's points; empty for all
// columns: id, name, section, subsection, law, item_count
//
// The id is looked up before its relation: in one pattern the embedded engine walks all relations of that kind.
UNWIND $ids AS key
WITH *
MATCH (x:Provision {id: key})
WITH *
MATCH (l:Law)-[:HAS_PROVISION]->(x)
RETURN x.id AS id, x.name AS name, x.section AS section, x.subsection AS subsection,
       {id: l.id, name: l.title} AS law,
       CASE $municipality WHEN '' THEN COUNT { MATCH (x)<-[:MENTIONS]-(:AgendaItem) }
            ELSE COUNT { MATCH (x)<-[:MENTIONS]-(i:AgendaItem) WHERE i.id STARTS WITH $municipality + '.' } END AS item_count
