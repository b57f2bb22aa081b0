// question: What are these organisations, and how many points name them?
// question_da: Hvilke organisationer er det?
// parameters:
//   ids: list — ids of organisations
//   municipality: string — only this municipality's points; empty for all
// columns: id, name, type, known, municipality, item_count, aliases, merged
UNWIND $ids AS key
WITH *
MATCH (x:Organisation {id: key})
OPTIONAL MATCH (m:Municipality {id: x.municipality})
RETURN x.id AS id, x.name AS name, x.type AS type, coalesce(x.known, false) AS known,
       CASE WHEN x.municipality IS NULL THEN null
            ELSE {id: x.municipality, name: coalesce(m.name, x.municipality)} END AS municipality,
       CASE $municipality WHEN '' THEN COUNT { MATCH (x)<-[:MENTIONS]-(:AgendaItem) }
            ELSE COUNT { MATCH (x)<-[:MENTIONS]-(i:AgendaItem) WHERE i.id STARTS WITH $municipality + '.' } END AS item_count,
       coalesce(x.aliases, []) AS aliases,
       coalesce(x.merged, []) AS merged
