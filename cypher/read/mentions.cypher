// question: What are these mentions, and what do they mean?
// question_da: Hvad er det for omtaler?
// parameters:
//   ids: list — ids of mentions
// columns: item, fact, label, thing
//
// The id is looked up before its relation: in one pattern the embedded engine walks all relations of that kind.
UNWIND $ids AS key
WITH *
MATCH (x:Mention {id: key})
WITH *
MATCH (i:AgendaItem)-[:HAS_MENTION]->(x)
OPTIONAL MATCH (x)-[:RESOLVED_TO]->(t)
RETURN i.id AS item, x{.*} AS fact, labels(t)[0] AS label,
       CASE WHEN t IS NULL THEN null ELSE {id: t.id, name: coalesce(t.name, t.title, t.number, t.id)} END AS thing
ORDER BY x.id, thing.id
