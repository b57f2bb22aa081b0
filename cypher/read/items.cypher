// question: What are these points: where and when, with which number, in which case?
// question_da: Hvilke punkter er det?
// parameters:
//   ids: list — ids of points
// columns: id, number, title, date, kind, closed, link, meeting, document, body, municipality, case_numbers, topics, case
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})<-[:HAS_ITEM]-(meeting:Meeting)<-[:HELD]-(b:Body)<-[:HAS_BODY]-(m:Municipality)
OPTIONAL MATCH (i)-[:PART_OF_CASE]->(c:Case)
RETURN i.id AS id, i.number AS number, i.title AS title, i.date AS date, i.kind AS kind,
       coalesce(i.closed, false) AS closed, i.link AS link, meeting.id AS meeting, meeting.leading_document AS document,
       b{.id, .name} AS body, m{.id, .name} AS municipality,
       COLLECT {
         MATCH (i)-[r:HAS_NUMBER]->(n:CaseNumber)
         RETURN n{.id, .number, container: coalesce(n.container, false), principal: coalesce(r.principal, true)}
         ORDER BY n.id
       } AS case_numbers,
       COLLECT { MATCH (i)-[:HAS_TOPIC]->(t:Topic) RETURN t{.id, .number} ORDER BY t.number } AS topics,
       CASE WHEN c IS NULL THEN null ELSE {id: c.id, name: c.title} END AS case
