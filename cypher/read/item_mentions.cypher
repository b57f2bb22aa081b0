// question: Which laws, organisations, persons, posts and plans do these points name, and where?
// question_da: Hvilke love, organisationer, personer, embeder og planer nævner punkterne?
// parameters:
//   ids: list — ids of points
// columns: item, label, id, name, law, count, evidence
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})-[:HAS_MENTION]->(x:Mention)-[:RESOLVED_TO]->(t)
WHERE t:Law OR t:Provision OR t:Organisation OR t:Person OR t:Office OR t:Plan
OPTIONAL MATCH (law:Law)-[:HAS_PROVISION]->(t)
WITH i, t, law, x ORDER BY x.line, x.start, x.id
WITH i, t, law, collect(x{.*}) AS mentions
RETURN i.id AS item, labels(t)[0] AS label, t.id AS id, coalesce(t.name, t.title) AS name,
       law{.id, name: law.title} AS law, size(mentions) AS count, mentions[0..5] AS evidence
ORDER BY item, label, id
