// question: Which changes of name concern an organisation?
// question_da: Hvilke navneskift gælder organisationen?
// parameters:
//   id: string — the id of an organisation
//   limit: integer — how many rows at most
// columns: organisation, fact, old, new, evidence
MATCH (o:Organisation {id: $id})<-[:OLD_NAME|NEW_NAME]-(x:Rename)
WITH DISTINCT o, x
OPTIONAL MATCH (x)-[:OLD_NAME]->(old:Organisation)
OPTIONAL MATCH (x)-[:NEW_NAME]->(new:Organisation)
RETURN o.id AS organisation, x{.*} AS fact, old{.id, .name} AS old, new{.id, .name} AS new,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY x.date, x.id
LIMIT $limit
