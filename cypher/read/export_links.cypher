// question: Which links are there, from which point to which, with the place that states each, in the order of their ids?
// question_da: Hvilke forbindelser er der mellem punkter, og hvor står de?
// parameters:
//   after: string = — the id of the last link of the page before
//   limit: integer = 500 — how many at most
// columns: id, type, rule, confidence, status, municipality, body, date, item, document, sha256, line, quote, to_municipality, to_body, to_date, to_item, in_corpus
//
// A mention is its own evidence; where nothing states a link, the number or the title of the point that it starts from
// does. Of a reference to no meeting that is known, day and body are as printed.
MATCH (l:Link)
WHERE l.id > $after
WITH l
ORDER BY l.id
LIMIT $limit
MATCH (l)<-[:HAS_LINK]-(i:AgendaItem)<-[:HAS_ITEM]-(m:Meeting)<-[:HELD]-(b:Body)<-[:HAS_BODY]-(k:Municipality)
OPTIONAL MATCH (l)-[:LINKS_TO]->(p:AgendaItem)<-[:HAS_ITEM]-(of:Meeting)
OPTIONAL MATCH (l)-[:LINKS_TO]->(alone:Meeting)
WITH *, coalesce(of, alone) AS there
OPTIONAL MATCH (there)<-[:HELD|LACKS_MINUTES_OF]-(to:Body)<-[:HAS_BODY]-(c:Municipality)
OPTIONAL MATCH (l)-[:STATED_BY]->(x)
OPTIONAL MATCH (printed:Body {id: x.body})
WITH *, coalesce(
  head(COLLECT { MATCH (same:Mention {id: x.id}) RETURN same }),
  head(COLLECT {
    MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence)
    RETURN e
    ORDER BY e.document <> m.leading_document, r.field <> 'text', e.document, e.line, e.start, e.id
  }),
  head(COLLECT {
    MATCH (i)-[r:HAS_EVIDENCE]->(e:Evidence)
    WHERE r.field IN ['case_number', 'title']
    RETURN e
    ORDER BY e.document <> m.leading_document, (r.field = 'title') = (l.type = 'same_number'), e.document, e.line, e.start, e.id
  })
) AS stands
OPTIONAL MATCH (d:Document {id: stands.document})
RETURN l.id AS id, l.type AS type, l.rule AS rule, l.confidence AS confidence, l.status AS status,
       k.name AS municipality, b.name AS body, toString(i.date) AS date, i.number AS item,
       d.name AS document, d.id AS sha256, stands.line AS line, stands.quote AS quote,
       coalesce(c.name, k.name) AS to_municipality, coalesce(to.name, printed.name) AS to_body,
       coalesce(toString(there.date), x.date) AS to_date, coalesce(p.number, l.item_number) AS to_item,
       p IS NOT NULL OR (alone IS NOT NULL AND alone.status <> 'referenced' AND l.item_number IS NULL) AS in_corpus
ORDER BY id
