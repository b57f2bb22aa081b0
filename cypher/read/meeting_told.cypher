// question: Which places tell of a meeting whose minutes are not at hand?
// question_da: Hvor omtales et møde, som der mangler referat af?
// parameters:
//   id: string — the id of a meeting
//   limit: integer — how many rows at most
// columns: item, source, id
//
// The same places as `graph/threads/missing.py` counts: what refers to it, decisions of it, and steps that nothing shows.
MATCH (meeting:Meeting {id: $id})<-[:LACKS_MINUTES_OF]-(b:Body)
CALL (meeting, b) {
  MATCH (meeting)<-[:LINKS_TO]-(:Link {status: 'accepted'})-[:STATED_BY]->(x:Reference)<-[:HAS_REFERENCE]-(i:AgendaItem)
  RETURN i, x, 'reference' AS source
  UNION
  MATCH (b)<-[:MADE_BY]-(x:Decision)<-[:HAS_DECISION]-(i:AgendaItem)
  WHERE x.date = meeting.date AND NOT x.own
  RETURN i, x, 'decision' AS source
  UNION
  MATCH (b)<-[:PLANNED_IN]-(x:ProcedureStep)<-[:HAS_STEP]-(i:AgendaItem)
  WHERE x.date = meeting.date AND x.done IN ['no_evidence', 'quoted']
  RETURN i, x, 'step' AS source
}
RETURN i.id AS item, source, x.id AS id
ORDER BY item, source, id
LIMIT $limit
