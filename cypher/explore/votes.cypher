// question: How did each vote at a point, why, and what came of it?
// question_da: Hvordan stemte hver enkelt, hvorfor, og hvad blev resultatet?
// parameters:
//   date: string = — the day (ISO), or its beginning: 2025-11, 2025; empty for all
//   point: string = — only the point of this number; empty for all
//   about: string = — only votes whose motion, or whose point's title, holds this; empty for all
//   option: string = — only these votes: for, against or abstain; empty for all
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 500 — how many rows at most
// columns: date, municipality, body, point, title, motion, result, option, name, party, block, reason, reason_line, count_for, count_against, document, line, result_line, item
// theme: votes
// next: votes_against, voting_alike
//
// Only what is printed. A vote without recorded names is one row without `name`, and without counts where none are
// printed; `line` is then that of the vote. A vote that other minutes quote is there once.
// example: date=2025-06-24
// example: about=navn
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)
MATCH (i)-[:HAS_DECISION]->(d:Decision)-[:HAS_VOTE]->(v:Vote)
WHERE NOT coalesce(d.repeated, false)
  AND ($municipality = '' OR k.id = $municipality)
  AND coalesce(toString(i.date), '') STARTS WITH $date
  AND ($point = '' OR i.number = $point)
  AND ($about = '' OR toLower(coalesce(v.motion, '') + ' ' + i.title) CONTAINS toLower($about))
OPTIONAL MATCH (v)-[:HAS_BALLOT]->(x:Ballot)
WITH *
WHERE $option = '' OR x.option = $option
CALL (v, x) {
  OPTIONAL MATCH (x)-[:CAST_BY|CAST_FOR_PARTY]->(who)<-[:GIVEN_BY]-(w:Explanation)<-[:HAS_EXPLANATION]-(v)
  OPTIONAL MATCH (w)-[:HAS_EVIDENCE]->(e:Evidence)
  RETURN w.text AS reason, e.line AS reason_line
  ORDER BY w.id, reason_line
  LIMIT 1
}
WITH *, coalesce(
  head(COLLECT { MATCH (x)-[:HAS_EVIDENCE]->(e:Evidence) RETURN e ORDER BY e.document, e.line }),
  head(COLLECT { MATCH (v)-[:HAS_EVIDENCE {field: 'vote'}]->(e:Evidence) RETURN e ORDER BY e.document, e.line })
) AS stands
OPTIONAL MATCH (o:Document {id: stands.document})
RETURN i.date AS date, k.name AS municipality, b.name AS body, i.number AS point, i.title AS title, v.motion AS motion,
       v.result AS result, x.option AS option, x.name AS name, x.party AS party, x.block AS block, reason, reason_line,
       v.count_for AS count_for, v.count_against AS count_against, o.name AS document, stands.line AS line,
       head(COLLECT {
         MATCH (v)-[:HAS_EVIDENCE {field: 'result'}]->(e:Evidence {document: stands.document})
         RETURN e.line ORDER BY e.line
       }) AS result_line, i.id AS item
ORDER BY coalesce(toString(date), ''), item, v.ordinal, option, block, name
LIMIT $limit
