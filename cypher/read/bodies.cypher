// question: What are these bodies, how often did they meet, and when last?
// question_da: Hvilke udvalg er det, og hvor ofte mødtes de?
// parameters:
//   ids: list — ids of bodies
// columns: id, name, municipality, meeting_count, last_date, aliases, terms, merged
UNWIND $ids AS key
WITH *
MATCH (x:Body {id: key})<-[:HAS_BODY]-(m:Municipality)
OPTIONAL MATCH (x)-[:HELD]->(meeting:Meeting)
WITH x, m, count(meeting) AS meeting_count, max(meeting.date) AS last_date
RETURN x.id AS id, x.name AS name, m{.id, .name} AS municipality, meeting_count, last_date,
       coalesce(x.aliases, []) AS aliases,
       COLLECT { MATCH (x)-[:HAS_TERM]->(t:Term) RETURN t.name AS name ORDER BY name } AS terms,
       coalesce(x.merged, []) AS merged
