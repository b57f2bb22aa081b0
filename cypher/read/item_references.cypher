// question: Which points and meetings do these points refer to?
// question_da: Hvilke punkter og møder henvises der til?
// parameters:
//   ids: list — ids of points
// columns: item, fact, items, meetings, evidence
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})-[:HAS_REFERENCE]->(x:Reference)
RETURN i.id AS item, x{.*} AS fact,
       COLLECT { MATCH (x)<-[:STATED_BY]-(:Link {status: 'accepted'})-[:LINKS_TO]->(o:AgendaItem) RETURN o.id AS id ORDER BY id } AS items,
       COLLECT { MATCH (x)<-[:STATED_BY]-(:Link {status: 'accepted'})-[:LINKS_TO]->(o:Meeting) RETURN o.id AS id ORDER BY id } AS meetings,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY item, x.id
