// question: What stands in the graph without what it belongs to?
// question_da: Hvad står i grafen uden det, som det hører til?
// parameters: none
// columns: what, count, example
// A meeting that only other minutes tell of has no document.
MATCH (r:Record)
WHERE NOT EXISTS { MATCH (r)<-[:HAS_RECORD]-(:Document) }
RETURN 'record' AS what, count(r) AS count, min(r.id) AS example
UNION ALL
MATCH (m:Meeting)
WHERE m.status <> 'referenced' AND NOT EXISTS { MATCH (m)-[:DOCUMENTED_BY]->(:Document) }
RETURN 'meeting' AS what, count(m) AS count, min(m.id) AS example
UNION ALL
MATCH (e:Evidence)
WHERE NOT EXISTS { MATCH (e)-[:IN_DOCUMENT]->(:Document) }
RETURN 'evidence' AS what, count(e) AS count, min(e.id) AS example
UNION ALL
MATCH (l:Link)
WHERE NOT EXISTS { MATCH (l)<-[:HAS_LINK]-(:AgendaItem) } OR NOT EXISTS { MATCH (l)-[:LINKS_TO]->() }
RETURN 'link' AS what, count(l) AS count, min(l.id) AS example
