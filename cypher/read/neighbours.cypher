// question: What stands beside these nodes?
// question_da: Hvad står ved siden af disse?
// parameters:
//   nodes: rows — label and id of each
//   limit: integer — how many of one kind of neighbours of a node at most, the latest first
// columns: label, id, name, date, leaving, arriving
//
// A neighbour is a text of three words: relation, label, id. One row a node with lists of texts costs a sixth of one row
// a neighbour. A vote is drawn as a relation from the voter to the point, a link as one between two points.
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
         RETURN type(r) + ' ' + labels(o)[0] + ' ' + o.id
         ORDER BY coalesce(toString(o.date), '') DESC, o.id, type(r), labels(o)[0]
         LIMIT $limit
       } + COLLECT {
         MATCH (n)-[:HAS_LINK]->(:Link {status: 'accepted', joins: false})-[:LINKS_TO]->(o:AgendaItem)
         RETURN 'LINKS_TO AgendaItem ' + o.id
         ORDER BY coalesce(toString(o.date), '') DESC, o.id
         LIMIT $limit
       } + COLLECT {
         MATCH (n)<-[:CAST_BY]-(x:Ballot)<-[:HAS_BALLOT]-(:Vote)<-[:HAS_VOTE]-(:Decision)<-[:HAS_DECISION]-(o:AgendaItem)
         RETURN 'VOTED_' + toUpper(x.option) + ' AgendaItem ' + o.id
         ORDER BY coalesce(toString(o.date), '') DESC, o.id, x.option
         LIMIT $limit
       } AS leaving,
       COLLECT {
         MATCH (n)<-[r:HAS_BODY|HELD|HAS_ITEM|HAS_NUMBER|HAS_TOPIC|HAS_SUBTOPIC|PART_OF_CASE|RELATED_TO|MEMBER_OF|HAS_PROVISION|CONSISTS_OF|MENTIONS]-(o)
         RETURN type(r) + ' ' + labels(o)[0] + ' ' + o.id
         ORDER BY coalesce(toString(o.date), '') DESC, o.id, type(r), labels(o)[0]
         LIMIT $limit
       } + COLLECT {
         MATCH (n)<-[:LINKS_TO]-(:Link {status: 'accepted', joins: false})<-[:HAS_LINK]-(o:AgendaItem)
         RETURN 'LINKS_TO AgendaItem ' + o.id
         ORDER BY coalesce(toString(o.date), '') DESC, o.id
         LIMIT $limit
       } + COLLECT {
         MATCH (n)-[:HAS_DECISION]->(:Decision)-[:HAS_VOTE]->(:Vote)-[:HAS_BALLOT]->(x:Ballot)-[:CAST_BY]->(o)
         RETURN 'VOTED_' + toUpper(x.option) + ' ' + labels(o)[0] + ' ' + o.id
         ORDER BY o.id, x.option, labels(o)[0]
         LIMIT $limit
       } AS arriving
ORDER BY label, id
