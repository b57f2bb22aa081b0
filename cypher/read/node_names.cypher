// question: What are these nodes called?
// question_da: Hvad hedder disse?
// parameters:
//   nodes: rows — label and id of each
//   limit: integer — how many rows at most
// columns: label, id, name, date
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
RETURN node.label AS label, n.id AS id, coalesce(n.title, n.name, n.number, head(COLLECT { MATCH (n)<-[:HELD]-(b:Body) RETURN b.name })) AS name, n.date AS date
ORDER BY label, id
LIMIT $limit
