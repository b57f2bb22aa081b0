// question: Which municipalities, bodies, organisations, laws, KLE topics and members are there, in order, from a place on?
// question_da: Hvilke sider er der?
// parameters:
//   skip: integer — how many come before
//   limit: integer — how many rows at most
// columns: kind, id, date
CALL () {
  MATCH (m:Municipality) RETURN 'municipality' AS kind, m.id AS id
  UNION ALL
  MATCH (b:Body) RETURN 'body' AS kind, b.id AS id
  UNION ALL
  MATCH (o:Organisation) RETURN 'organisation' AS kind, o.id AS id
  UNION ALL
  MATCH (l:Law) RETURN 'law' AS kind, l.id AS id
  UNION ALL
  MATCH (t:Topic) RETURN 'topic' AS kind, t.id AS id
  UNION ALL
  MATCH (p:Person) WHERE EXISTS { MATCH (p)-[:MEMBER_OF]->(:Body) } RETURN 'person' AS kind, p.id AS id
}
WITH kind, id
RETURN kind, id, null AS date
ORDER BY kind, id
SKIP $skip
LIMIT $limit
