// question: What stands around a thing: its neighbours and how they are joined, for drawing?
// question_da: Hvad står omkring tingen, og hvordan hænger det sammen?
// parameters:
//   id: string — the id of a person, party, organisation, law, provision, case, case number, topic, point, meeting or body
//   steps: integer = 1 — how far: 1 or 2
//   limit: integer = 200 — how many rows at most
// columns: from_label, from_name, type, to_label, to_name, from_id, to_id
// theme: graph
// next: path_between
//
// Each row is one line of the drawing. Municipalities, evidence and mentions are left out: they join everything.
// example: id=nordlev.beskaeftigelses-og-uddannelsesudvalget.2024-03-12.14
// example: id=nordlev.jobkyst
CALL () {
  MATCH (n:Person {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Party {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Organisation {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Law {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Provision {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Case {id: $id}) RETURN n
  UNION ALL
  MATCH (n:CaseNumber {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Topic {id: $id}) RETURN n
  UNION ALL
  MATCH (n:AgendaItem {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Meeting {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Body {id: $id}) RETURN n
}
WITH DISTINCT n
MATCH p = (n)-[:HELD|HAS_ITEM|HAS_NUMBER|HAS_TOPIC|HAS_SUBTOPIC|PART_OF_CASE|MENTIONS|MEMBER_OF|HAS_PROVISION|CONSISTS_OF|RELATED_TO*1..2]-(o)
WHERE length(p) <= $steps
UNWIND relationships(p) AS r
WITH *
WITH DISTINCT length(p) AS steps, r
WITH r, min(steps) AS steps
WITH steps, type(r) AS type, startNode(r) AS a, endNode(r) AS b
RETURN labels(a)[0] AS from_label, coalesce(a.title, a.name, a.number, toString(a.date), a.id) AS from_name, type,
       labels(b)[0] AS to_label, coalesce(b.title, b.name, b.number, toString(b.date), b.id) AS to_name, a.id AS from_id, b.id AS to_id
ORDER BY steps, type, from_id, to_id
LIMIT $limit
