// question: Which documents were read with a warning, or kept as text because they could not be understood?
// question_da: Hvilke dokumenter blev læst med en advarsel eller slet ikke forstået?
// parameters:
//   limit: integer = 500 — how many rows at most
// columns: document, warnings, status, kind, pages, meetings, source_url
// theme: graph
// next: conflicts, missing_minutes
//
// example:
MATCH (d:Document)
WHERE size(coalesce(d.warnings, [])) > 0 OR d.status = 'unparsed'
RETURN d.name AS document, coalesce(d.warnings, []) AS warnings, d.status AS status, d.kind AS kind,
       d.page_count AS pages,
       COLLECT { MATCH (d)<-[:DOCUMENTED_BY]-(m:Meeting) RETURN m.id ORDER BY m.id } AS meetings,
       d.source_url AS source_url
ORDER BY document, d.id
LIMIT $limit
