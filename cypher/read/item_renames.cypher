// question: Which changes of name do these points state?
// question_da: Hvilke navneskift nævnes?
// parameters:
//   ids: list — ids of points
// columns: item, fact, old, new, evidence
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})-[:STATES_RENAME]->(x:Rename)
OPTIONAL MATCH (x)-[:OLD_NAME]->(old)
OPTIONAL MATCH (x)-[:NEW_NAME]->(new)
RETURN i.id AS item, x{.*} AS fact, old{.id, .name} AS old, new{.id, .name} AS new,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY item, x.id
