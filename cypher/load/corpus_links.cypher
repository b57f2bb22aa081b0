// question: Which links start from the points of this municipality, where do they lead, and what states them?
// question_da: Hvilke forbindelser udgår fra kommunens punkter?
// parameters: municipality: string — id
// columns: type, start, end, rule, confidence, status, meeting, item_number, via, detail
MATCH (l:Link {municipality: $municipality})<-[:HAS_LINK]-(i:AgendaItem)
OPTIONAL MATCH (l)-[:LINKS_TO]->(p:AgendaItem)
OPTIONAL MATCH (l)-[:LINKS_TO]->(m:Meeting)
OPTIONAL MATCH (l)-[:STATED_BY]->(x)
RETURN l.type AS type, i.id AS start, p.id AS end, l.rule AS rule, l.confidence AS confidence, l.status AS status,
       m.id AS meeting, l.item_number AS item_number, x.id AS via, l.detail AS detail
