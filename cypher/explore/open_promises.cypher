// question: Which promises, requests and postponed points has no later point brought?
// question_da: Hvilke løfter, ønsker og udsatte punkter er der ikke fulgt op på?
// parameters:
//   municipality: string = — only this municipality's id; empty for all
//   due_before: string = 9999 — only what is due before this date (ISO, may be partial); without a date it is always listed
//   limit: integer = 200 — how many rows at most
// columns: due, kind, text, recipient, date, municipality, body, point, title, perhaps, document, line, item
// theme: decisions
// next: follow_ups, missing_minutes
//
// Open means that no point in the graph says, or was planned, to bring it, and for what was put off, that its case has not
// come back. `perhaps`: later points of the case, or that refer to this one, which may bring it all the same. It may also
// have been brought at a meeting whose minutes are not here: `sagsgraf followups` weighs dates and missing minutes too.
// example:
// example: due_before=2025
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_FOLLOW_UP]->(f:FollowUp)
WITH *
WHERE ($municipality = '' OR k.id = $municipality) AND coalesce(f.due, '') < $due_before
  AND f.kind IN ['committee_request', 'administration_promise', 'planned_treatment', 'planned_topic', 'deferral']
  AND NOT EXISTS { MATCH (f)<-[:STATED_BY]-(:Link {status: 'accepted', type: 'delivered'}) }
  AND NOT (f.kind = 'deferral' AND EXISTS { MATCH (i)-[:PART_OF_CASE]->(:Case)<-[:PART_OF_CASE]-(n:AgendaItem) WHERE n.date > i.date })
CALL (f) {
  OPTIONAL MATCH (f)-[:HAS_EVIDENCE]->(e:Evidence)-[:IN_DOCUMENT]->(o:Document)
  RETURN o.name AS document, e.line AS line
  ORDER BY document, line
  LIMIT 1
}
CALL (i, f) {
  OPTIONAL MATCH (f)<-[:STATED_BY]-(:Link {status: 'possible', type: 'delivered'})<-[:HAS_LINK]-(n:AgendaItem)
  RETURN n
  UNION
  OPTIONAL MATCH (i)<-[:LINKS_TO]-(l:Link)<-[:HAS_LINK]-(n:AgendaItem)
  WHERE l.status <> 'refused' AND l.type IN ['date_reference', 'stated_reference', 'mention', 'delivered'] AND n.date > i.date
  RETURN n
  UNION
  OPTIONAL MATCH (i)-[:PART_OF_CASE]->(:Case)<-[:PART_OF_CASE]-(n:AgendaItem)
  WHERE n.date > i.date
  RETURN n
}
WITH *
ORDER BY n.id
WITH k, b, i, f, document, line, collect(DISTINCT n.id) AS perhaps
RETURN f.due AS due, f.kind AS kind, f.text AS text, f.to AS recipient, i.date AS date, k.name AS municipality, b.name AS body,
       i.number AS point, i.title AS title,
       perhaps, document, line, i.id AS item
ORDER BY coalesce(due, '9999'), coalesce(toString(date), ''), item, f.id
LIMIT $limit
