// question: Which changes of name and mergers concern a body?
// question_da: Hvilke navneskift og sammenlægninger gælder udvalget?
// parameters:
//   id: string — the id of a body
//   limit: integer — how many rows at most
// columns: body, fact, old, new, evidence
MATCH (b:Body {id: $id})<-[:OLD_NAME|NEW_NAME]-(x:Rename)
WITH DISTINCT b, x
OPTIONAL MATCH (x)-[:OLD_NAME]->(old:Body)
OPTIONAL MATCH (x)-[:NEW_NAME]->(new:Body)
RETURN b.id AS body, x{.*} AS fact, old{.id, .name} AS old, new{.id, .name} AS new,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY coalesce(x.date, ''), x.id
LIMIT $limit
