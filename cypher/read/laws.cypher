// question: What are these laws, and how many points name them or a section of them?
// question_da: Hvilke love er det?
// parameters:
//   ids: list — ids of laws
//   municipality: string — only this municipality's points; empty for all
// columns: id, title, kind, popular_names, item_count, aliases, merged
UNWIND $ids AS key
WITH *
MATCH (x:Law {id: key})
RETURN x.id AS id, x.title AS title, x.kind AS kind, coalesce(x.popular_names, []) AS popular_names,
       size(COLLECT {
         MATCH (x)<-[:MENTIONS]-(i:AgendaItem) WHERE $municipality = '' OR i.id STARTS WITH $municipality + '.' RETURN i.id AS item
         UNION
         MATCH (x)-[:HAS_PROVISION]->(:Provision)<-[:MENTIONS]-(i:AgendaItem) WHERE $municipality = '' OR i.id STARTS WITH $municipality + '.' RETURN i.id AS item
       }) AS item_count,
       coalesce(x.aliases, []) AS aliases,
       coalesce(x.merged, []) AS merged
