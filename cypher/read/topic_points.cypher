// question: Which points have this KLE topic or one within it, newest first, and where is it printed?
// question_da: Hvilke punkter har emnet, og hvor står det?
// parameters:
//   id: string — the id of a topic
//   municipality: string — only this municipality's points; empty for all
//   limit: integer — how many rows at most
// columns: item, evidence
MATCH (x:Topic {id: $id})-[:HAS_SUBTOPIC*0..2]->(:Topic)<-[:HAS_TOPIC]-(i:AgendaItem)
WHERE $municipality = '' OR i.id STARTS WITH $municipality + '.'
WITH DISTINCT x, i
RETURN i.id AS item,
       COLLECT { MATCH (i)-[r:HAS_EVIDENCE {field: 'topic'}]->(e:Evidence) WHERE e.quote STARTS WITH x.number RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id } AS evidence
ORDER BY coalesce(toString(i.date), '') DESC, item
LIMIT $limit
