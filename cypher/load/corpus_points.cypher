// question: Which points do the meetings of this municipality have, and which number is a point's own?
// question_da: Hvilke punkter har kommunens møder?
// parameters:
//   municipality: string — id
//   texts: boolean — whether the points' texts are asked for
// columns: id, meeting, number, printed, kind, title, date, ordinal, item_number, text
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(:Body)-[:HELD]->(m:Meeting)-[:HAS_ITEM]->(i:AgendaItem)
OPTIONAL MATCH (i)-[:HAS_NUMBER {principal: true}]->(n:CaseNumber)
RETURN i.id AS id, m.id AS meeting, n.id AS number, n.number AS printed, i.kind AS kind, i.title AS title, i.date AS date,
       i.ordinal AS ordinal, i.number AS item_number, CASE WHEN $texts THEN i.text ELSE '' END AS text
