// question: Which decisions were brought before the council or another body, by whom and under which law?
// question_da: Hvilke beslutninger vil et medlem have prøvet i et andet organ, og hvad støttes det på?
// parameters:
//   date: string = — the day (ISO), or its beginning: 2025-11, 2025; empty for all
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 200 — how many rows at most
// columns: date, municipality, body, point, title, by, party, recipient, law, section, text, document, line, item
// theme: votes
// next: votes, case_history
//
// `party`: as the same point prints it for that member.
// example:
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)
MATCH (i)-[:HAS_DECISION]->(:Decision {own: true})-[:HAS_VOTE]->(v:Vote)-[:HAS_REFERRAL]->(r:Referral)
WHERE ($municipality = '' OR k.id = $municipality) AND coalesce(toString(i.date), '') STARTS WITH $date
CALL (r) {
  OPTIONAL MATCH (r)-[:HAS_EVIDENCE {field: 'text'}]->(e:Evidence)-[:IN_DOCUMENT]->(o:Document)
  RETURN o.name AS document, e.line AS line
  ORDER BY document, line
  LIMIT 1
}
RETURN i.date AS date, k.name AS municipality, b.name AS body, i.number AS point, i.title AS title, r.by AS by,
       coalesce(
         head(COLLECT { MATCH (v)-[:HAS_BALLOT]->(x:Ballot) WHERE x.name = r.by AND NOT x.block RETURN x.party ORDER BY x.id }),
         head(COLLECT {
           MATCH (i)-[:STATES]->(s:Statement {predicate: 'MEMBER_OF_PARTY'}) WHERE s.subject = r.by
           RETURN s.object ORDER BY s.id
         })
       ) AS party,
       r.to AS recipient, r.law AS law, r.section AS section, r.text AS text, document, line, i.id AS item
ORDER BY coalesce(toString(date), ''), item, r.id
LIMIT $limit
