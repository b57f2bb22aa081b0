// question: Which points name an organisation, and what else do they name?
// question_da: Hvilke punkter nævner organisationen, og hvad nævner de ellers?
// parameters:
//   id: string — the id of an organisation
//   limit: integer — how many points at most, the latest first
// columns: item, date, body, case, others
MATCH (n:Organisation {id: $id})<-[:MENTIONS]-(i:AgendaItem)<-[:HAS_ITEM]-(:Meeting)<-[:HELD]-(b:Body)
RETURN i.id AS item, i.date AS date, b.id AS body,
       head(COLLECT { MATCH (i)-[:PART_OF_CASE]->(c:Case) RETURN c.id AS id ORDER BY id }) AS case,
       COLLECT { MATCH (i)-[:MENTIONS]->(o:Organisation) RETURN o.id AS id ORDER BY id } AS others
ORDER BY coalesce(toString(date), '') DESC, item
LIMIT $limit
