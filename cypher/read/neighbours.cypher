// question: What stands beside these nodes?
// question_da: Hvad står ved siden af disse?
// parameters:
//   nodes: rows — label and id of each
//   limit: integer — how many rows at most
// columns: label, id, type, outgoing, other_label, other_id, other_name, other_date
UNWIND $nodes AS node
WITH *
CALL (node) {
  MATCH (n:Municipality {id: node.id}) WHERE node.label = 'Municipality' RETURN n
  UNION ALL
  MATCH (n:Body {id: node.id}) WHERE node.label = 'Body' RETURN n
  UNION ALL
  MATCH (n:Meeting {id: node.id}) WHERE node.label = 'Meeting' RETURN n
  UNION ALL
  MATCH (n:AgendaItem {id: node.id}) WHERE node.label = 'AgendaItem' RETURN n
  UNION ALL
  MATCH (n:CaseNumber {id: node.id}) WHERE node.label = 'CaseNumber' RETURN n
  UNION ALL
  MATCH (n:Case {id: node.id}) WHERE node.label = 'Case' RETURN n
  UNION ALL
  MATCH (n:Person {id: node.id}) WHERE node.label = 'Person' RETURN n
  UNION ALL
  MATCH (n:Party {id: node.id}) WHERE node.label = 'Party' RETURN n
  UNION ALL
  MATCH (n:Organisation {id: node.id}) WHERE node.label = 'Organisation' RETURN n
  UNION ALL
  MATCH (n:Law {id: node.id}) WHERE node.label = 'Law' RETURN n
  UNION ALL
  MATCH (n:Provision {id: node.id}) WHERE node.label = 'Provision' RETURN n
  UNION ALL
  MATCH (n:Office {id: node.id}) WHERE node.label = 'Office' RETURN n
  UNION ALL
  MATCH (n:Plan {id: node.id}) WHERE node.label = 'Plan' RETURN n
}
MATCH (n)-[r:HAS_BODY|HELD|HAS_ITEM|HAS_NUMBER|PART_OF_CASE|HAS_PROVISION|CONSISTS_OF|MENTIONS]-(o)
RETURN node.label AS label, node.id AS id, type(r) AS type, startNode(r) = n AS outgoing,
       labels(o)[0] AS other_label, o.id AS other_id, coalesce(o.title, o.name, o.number, head(COLLECT { MATCH (o)<-[:HELD]-(b:Body) RETURN b.name })) AS other_name,
       o.date AS other_date
ORDER BY label, id, type, other_label, coalesce(toString(other_date), '') DESC, other_id
LIMIT $limit
