// question: Which points does a case have, oldest first, and why do they belong to it?
// question_da: Hvilke punkter har sagen, og hvorfor hører de til den?
// parameters:
//   id: string — the id of a case
//   limit: integer — how many rows at most
// columns: id, type, rule, confidence, detail, surface, other
MATCH (:Case {id: $id})<-[r:PART_OF_CASE]-(i:AgendaItem)
WITH *, coalesce(r.link, '') AS link
OPTIONAL MATCH (l:Link {id: link})<-[:HAS_LINK]-(a:AgendaItem)
OPTIONAL MATCH (l)-[:LINKS_TO]->(b:AgendaItem)
OPTIONAL MATCH (l)-[:STATED_BY]->(x)
RETURN i.id AS id, r.type AS type, r.rule AS rule, r.confidence AS confidence, l.detail AS detail,
       coalesce(x.surface, x.text) AS surface, CASE WHEN a.id = i.id THEN b.id ELSE a.id END AS other
ORDER BY coalesce(toString(i.date), ''), i.ordinal, id
LIMIT $limit
