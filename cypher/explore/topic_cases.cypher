// question: Which cases are on a KLE topic, over time, and where is it printed?
// question_da: Hvilke sager har et KLE-emne gennem årene, og hvor står det?
// parameters:
//   topic: string — the KLE number: a main group (00), a group (00.30) or a subject (00.30.14)
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 200 — how many rows at most
// columns: first_date, last_date, municipality, topics, numbers, title, points, document, line, case_id
// theme: cases
// next: case_history, number_points
//
// KL's Emnesystematik (KLE) numbers what municipalities deal with, and some case numbers begin with it; the topic's name is
// not in the minutes. Dates and `points` are of those points of the case that have the topic, or one within it; the first
// print is told. Points that belong to no case are left out.
// example: topic=00.30
// example: topic=00.30.14
MATCH (:Topic {number: $topic})-[:HAS_SUBTOPIC*0..2]->(t:Topic)<-[:HAS_TOPIC]-(i:AgendaItem)-[:PART_OF_CASE]->(c:Case)
WHERE $municipality = '' OR c.municipality = $municipality
WITH c, t, i
ORDER BY coalesce(toString(i.date), ''), i.id, t.number
WITH c, collect(DISTINCT t.number) AS topics, collect(DISTINCT i) AS treated
WITH *, head(treated) AS first
WITH *, head(COLLECT { MATCH (first)-[:HAS_EVIDENCE {field: 'topic'}]->(e:Evidence) WHERE e.quote STARTS WITH $topic RETURN e ORDER BY e.document, e.line }) AS stands
OPTIONAL MATCH (o:Document {id: stands.document})
OPTIONAL MATCH (k:Municipality {id: c.municipality})
RETURN first.date AS first_date, last(treated).date AS last_date, k.name AS municipality, topics, c.numbers AS numbers, c.title AS title,
       size(treated) AS points, o.name AS document, stands.line AS line, c.id AS case_id
ORDER BY coalesce(toString(first_date), ''), case_id
LIMIT $limit
