// question: What are these links: between which points, why, and on which words do they rest?
// question_da: Hvilke forbindelser er det?
// parameters:
//   ids: list — ids of links
// columns: item, fact, to_item, to_meeting, surface, evidence
//
// The id is looked up before its relation: in one pattern the embedded engine walks all relations of that kind.
UNWIND $ids AS key
WITH *
MATCH (x:Link {id: key})
WITH *
MATCH (i:AgendaItem)-[:HAS_LINK]->(x)
RETURN i.id AS item, x{.*} AS fact,
       head(COLLECT { MATCH (x)-[:LINKS_TO]->(o:AgendaItem) RETURN o.id AS id ORDER BY id }) AS to_item,
       head(COLLECT { MATCH (x)-[:LINKS_TO]->(o:Meeting) RETURN o.id AS id ORDER BY id }) AS to_meeting,
       head(COLLECT { MATCH (x)-[:STATED_BY]->(s) RETURN coalesce(s.surface, s.text) AS surface ORDER BY s.id }) AS surface,
       COLLECT {
         MATCH (x)-[:STATED_BY]->(s)-[r:HAS_EVIDENCE]->(e:Evidence)
         RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field
       } AS evidence
ORDER BY x.id
