// question: What are these nodes called?
// question_da: Hvad hedder de?
// parameters:
//   nodes: rows — label and id of each
// columns: label, id, name, date
CALL () {
  UNWIND [node IN $nodes WHERE node.label = 'Municipality' | node.id] AS key
  WITH *
  MATCH (n:Municipality {id: key})
  RETURN n
  UNION ALL
  UNWIND [node IN $nodes WHERE node.label = 'Body' | node.id] AS key
  WITH *
  MATCH (n:Body {id: key})
  RETURN n
  UNION ALL
  UNWIND [node IN $nodes WHERE node.label = 'Meeting' | node.id] AS key
  WITH *
  MATCH (n:Meeting {id: key})
  RETURN n
  UNION ALL
  UNWIND [node IN $nodes WHERE node.label = 'AgendaItem' | node.id] AS key
  WITH *
  MATCH (n:AgendaItem {id: key})
  RETURN n
  UNION ALL
  UNWIND [node IN $nodes WHERE node.label = 'CaseNumber' | node.id] AS key
  WITH *
  MATCH (n:CaseNumber {id: key})
  RETURN n
  UNION ALL
  UNWIND [node IN $nodes WHERE node.label = 'Case' | node.id] AS key
  WITH *
  MATCH (n:Case {id: key})
  RETURN n
  UNION ALL
  UNWIND [node IN $nodes WHERE node.label = 'Person' | node.id] AS key
  WITH *
  MATCH (n:Person {id: key})
  RETURN n
  UNION ALL
  UNWIND [node IN $nodes WHERE node.label = 'Party' | node.id] AS key
  WITH *
  MATCH (n:Party {id: key})
  RETURN n
  UNION ALL
  UNWIND [node IN $nodes WHERE node.label = 'Organisation' | node.id] AS key
  WITH *
  MATCH (n:Organisation {id: key})
  RETURN n
  UNION ALL
  UNWIND [node IN $nodes WHERE node.label = 'Law' | node.id] AS key
  WITH *
  MATCH (n:Law {id: key})
  RETURN n
  UNION ALL
  UNWIND [node IN $nodes WHERE node.label = 'Provision' | node.id] AS key
  WITH *
  MATCH (n:Provision {id: key})
  RETURN n
  UNION ALL
  UNWIND [node IN $nodes WHERE node.label = 'Office' | node.id] AS key
  WITH *
  MATCH (n:Office {id: key})
  RETURN n
  UNION ALL
  UNWIND [node IN $nodes WHERE node.label = 'Plan' | node.id] AS key
  WITH *
  MATCH (n:Plan {id: key})
  RETURN n
  UNION ALL
  UNWIND [node IN $nodes WHERE node.label = 'Topic' | node.id] AS key
  WITH *
  MATCH (n:Topic {id: key})
  RETURN n
}
RETURN labels(n)[0] AS label, n.id AS id, coalesce(n.title, n.name, n.number, head(COLLECT { MATCH (n)<-[:HELD]-(b:Body) RETURN b.name })) AS name, n.date AS date
ORDER BY label, id
