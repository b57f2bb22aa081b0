// question: Which points do these cases have, oldest first, and why does each belong to its case?
// question_da: Hvilke punkter har sagerne, og hvorfor hører de til?
// parameters:
//   ids: list — ids of cases
// columns: case, id, body, date, item, title, numbers, document, sha256, type, rule, confidence, detail, quote, other
UNWIND $ids AS key
WITH *
MATCH (:Case {id: key})<-[r:PART_OF_CASE]-(i:AgendaItem)
MATCH (i)<-[:HAS_ITEM]-(m:Meeting)<-[:HELD]-(b:Body)
OPTIONAL MATCH (d:Document {id: m.leading_document})
WITH *, coalesce(r.link, '') AS link
OPTIONAL MATCH (l:Link {id: link})<-[:HAS_LINK]-(from:AgendaItem)
OPTIONAL MATCH (l)-[:LINKS_TO]->(to:AgendaItem)
OPTIONAL MATCH (l)-[:STATED_BY]->(x)
RETURN key AS case, i.id AS id, b.name AS body, toString(i.date) AS date, i.number AS item, i.title AS title,
       COLLECT { MATCH (i)-[:HAS_NUMBER]->(n:CaseNumber) RETURN n.number ORDER BY n.number } AS numbers,
       d.name AS document, d.id AS sha256, r.type AS type, r.rule AS rule, r.confidence AS confidence,
       l.detail AS detail, coalesce(x.surface, x.text) AS quote, CASE WHEN from.id = i.id THEN to.id ELSE from.id END AS other
ORDER BY case, coalesce(toString(i.date), ''), i.ordinal, id
