// question: Which matters went on under another case number: in one case, or in another case one step away?
// question_da: Hvilke sager har skiftet sagsnummer, og er de én sag eller et skridt fra hinanden?
// parameters:
//   number: string = — only changes from or to this number; empty for all
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 200 — how many rows at most
// columns: how, municipality, number, title, new_number, new_title, date, links, said, document, line, item
// theme: cases
// next: case_history, neighbourhood
//
// `how`: `one case` where points of both numbers are joined, `one step away` where points of a later case refer to an
// earlier one. A reference says that the matters have to do with each other, not that they are the same. `links`: of
// what kind they are; `said`: the reference as printed, first of them. Series (a survey that comes each year) are left out.
// example: number=24/3310
// example:
CALL () {
  MATCH (c:Case)<-[:PART_OF_CASE]-(i:AgendaItem)-[:HAS_NUMBER]->(n:CaseNumber)
  WHERE size(c.numbers) > 1 AND NOT coalesce(n.container, false)
  WITH c, n.number AS number, min(i.date) AS since, min(i.id) AS point
  ORDER BY toString(since), number
  WITH c, collect({number: number, since: since}) AS steps
  UNWIND range(1, size(steps) - 1) AS k
  WITH *
  MATCH (c)<-[r:PART_OF_CASE]-(i:AgendaItem)-[:HAS_NUMBER]->(:CaseNumber {number: steps[k].number})
  WITH c, steps, k, i, r
  ORDER BY toString(i.date), i.id
  WITH c, c AS later, [steps[k - 1].number] AS older, [steps[k].number] AS newer, steps[k].since AS since,
       collect(DISTINCT r.type) AS links, head(collect(i)) AS i
  RETURN 'one case' AS how, c, later, older, newer, since, links, i, null AS x
  UNION ALL
  MATCH (later:Case)<-[:PART_OF_CASE]-(i:AgendaItem)-[:HAS_LINK]->(l:Link {status: 'accepted', joins: false})-[:LINKS_TO]->(:AgendaItem)-[:PART_OF_CASE]->(c:Case)
  WHERE later.id <> c.id AND l.type <> 'series' AND size(later.numbers) > 0 AND size(c.numbers) > 0
    AND none(one IN later.numbers WHERE one IN c.numbers)
  OPTIONAL MATCH (l)-[:STATED_BY]->(x:Reference)
  WITH later, c, l, i, x
  ORDER BY toString(i.date), i.id, l.type, l.id
  WITH later, c, collect(DISTINCT l.type) AS links, head(collect(i)) AS i, head(collect(x)) AS x
  RETURN 'one step away' AS how, c, later, c.numbers AS older, later.numbers AS newer, i.date AS since, links, i, x
}
WITH *
WHERE ($municipality = '' OR c.municipality = $municipality) AND ($number = '' OR $number IN older OR $number IN newer)
MATCH (k:Municipality {id: c.municipality})
CALL (x, i) {
  OPTIONAL MATCH (e:Evidence)<-[:HAS_EVIDENCE]-(x)
  OPTIONAL MATCH (i)-[:HAS_EVIDENCE {field: 'title'}]->(t:Evidence)
  WITH coalesce(e, t) AS stands
  MATCH (o:Document {id: stands.document})
  RETURN o.name AS document, stands.line AS line
  ORDER BY document, line
  LIMIT 1
}
RETURN how, k.name AS municipality, older AS number, c.title AS title, newer AS new_number, later.title AS new_title,
       since AS date, links, x.surface AS said, document, line, i.id AS item
ORDER BY municipality, coalesce(toString(date), ''), how, item, number
LIMIT $limit
