// question: What leads from these nodes to some others, so that each relation among them is found from one end?
// question_da: Hvad fører fra disse til nogle andre?
// parameters:
//   nodes: rows — label and id of each
//   among: map — what they may lead to, each id as a key
// columns: label, id, name, date, leaving, arriving
//
// As `neighbours`, without what leads to a node from many: who is named often, or has voted often. Of votes it is the
// point that tells.
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
RETURN labels(n)[0] AS label, n.id AS id, coalesce(n.title, n.name, n.number, head(COLLECT { MATCH (n)<-[:HELD]-(b:Body) RETURN b.name })) AS name, n.date AS date,
       COLLECT {
         MATCH (n)-[r:HAS_BODY|HELD|HAS_ITEM|HAS_NUMBER|HAS_TOPIC|HAS_SUBTOPIC|PART_OF_CASE|RELATED_TO|MEMBER_OF|HAS_PROVISION|CONSISTS_OF|MENTIONS]->(o)
         WHERE $among[o.id] IS NOT NULL
         RETURN type(r) + ' ' + labels(o)[0] + ' ' + o.id
         ORDER BY o.id, type(r), labels(o)[0]
       } AS leaving,
       [] AS arriving
ORDER BY label, id
