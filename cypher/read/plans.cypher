// question: What are these plans, and how many points name them?
// question_da: Hvilke planer er det?
// parameters:
//   ids: list — ids of plans
// columns: id, name, kind, number, area, municipality, item_count
UNWIND $ids AS key
WITH *
MATCH (x:Plan {id: key})
OPTIONAL MATCH (m:Municipality {id: split(x.id, '.')[0]})
RETURN x.id AS id, x.name AS name, x.kind AS kind, x.number AS number, x.area AS area,
       {id: split(x.id, '.')[0], name: coalesce(m.name, split(x.id, '.')[0])} AS municipality,
       COUNT { MATCH (x)<-[:MENTIONS]-(:AgendaItem) } AS item_count
