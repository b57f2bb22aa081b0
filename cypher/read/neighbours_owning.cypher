// question: Which municipality has these bodies, and which organisations consist of these?
// question_da: Hvilken kommune har udvalgene, og hvilke organisationer består af disse?
// parameters:
//   nodes: rows — label and id of each: bodies, organisations
//   limit: integer — how many rows at most
// columns: label, id, type, outgoing, other_label, other_id, other_name, other_date
UNWIND $nodes AS node
WITH *
CALL (node) {
  MATCH (n:Body {id: node.id})<-[r:HAS_BODY]-(o:Municipality)
  WHERE node.label = 'Body'
  RETURN r, o, o.name AS name
  UNION ALL
  MATCH (n:Organisation {id: node.id})<-[r:CONSISTS_OF]-(o:Organisation)
  WHERE node.label = 'Organisation'
  RETURN r, o, o.name AS name
}
RETURN node.label AS label, node.id AS id, type(r) AS type, false AS outgoing,
       labels(o)[0] AS other_label, o.id AS other_id, name AS other_name, null AS other_date
ORDER BY label, id, type, other_id
LIMIT $limit
