// question: Who voted how at these points, and at which points did these persons and parties vote?
// question_da: Hvem stemte hvad på disse punkter?
// parameters:
//   nodes: rows — label and id of each: points, persons, parties
//   limit: integer — how many rows at most
// columns: item, item_title, item_date, option, label, id, name
UNWIND $nodes AS node
WITH *
CALL (node) {
  MATCH (i:AgendaItem {id: node.id})-[:HAS_DECISION]->(:Decision)-[:HAS_VOTE]->(:Vote)-[:HAS_BALLOT]->(x:Ballot)-[:CAST_BY]->(p)
  WHERE node.label = 'AgendaItem'
  RETURN i, x, p
  UNION ALL
  MATCH (p:Person {id: node.id})<-[:CAST_BY]-(x:Ballot)<-[:HAS_BALLOT]-(:Vote)<-[:HAS_VOTE]-(:Decision)<-[:HAS_DECISION]-(i:AgendaItem)
  WHERE node.label = 'Person'
  RETURN i, x, p
  UNION ALL
  MATCH (p:Party {id: node.id})<-[:CAST_BY]-(x:Ballot)<-[:HAS_BALLOT]-(:Vote)<-[:HAS_VOTE]-(:Decision)<-[:HAS_DECISION]-(i:AgendaItem)
  WHERE node.label = 'Party'
  RETURN i, x, p
}
RETURN DISTINCT i.id AS item, i.title AS item_title, i.date AS item_date, x.option AS option,
       labels(p)[0] AS label, p.id AS id, p.name AS name
ORDER BY item, label, id, option
LIMIT $limit
