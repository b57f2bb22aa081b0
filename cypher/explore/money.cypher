// question: Which amounts do points name, and what for?
// question_da: Hvilke beløb nævnes, og hvad går de til?
// parameters:
//   purpose: string = — only where the matter, the point or the line of the amount holds this; empty for all
//   at_least: float = 0 — only amounts of so many kroner or more
//   municipality: string = — only this municipality's id; empty for all
//   limit: integer = 200 — how many rows at most
// columns: amount, purpose, says, sections, points, date, last_date, municipality, body, point, document, line, item
// theme: decisions
// next: recommended_to, named_in
//
// In kroner, as printed: granted, applied for, saved or only told of. One row for each amount of a matter, however often it
// is printed: `points` counts the points that name it, `sections` says in which parts. `purpose`: the case's title, or the
// point's. `says`: the line where it stands first. Amounts are never added up: parts and sums stand side by side.
// example: purpose=jobkyst
// example: at_least=1000000
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(i:AgendaItem)-[:HAS_MENTION]->(x:Mention {kind: 'money'})
WHERE ($municipality = '' OR k.id = $municipality) AND toFloat(x.detail) >= $at_least
OPTIONAL MATCH (i)-[:PART_OF_CASE]->(c:Case)
WITH *, head([place IN range(0, size(i.line_numbers) - 1) WHERE i.line_numbers[place] = x.line | trim(split(i.text, '\n')[place])]) AS words
ORDER BY coalesce(toString(i.date), ''), i.id, x.line, x.start, x.id
WITH k, coalesce(c.title, i.title) AS purpose, coalesce(c.id, i.id) AS matter, toFloat(x.detail) AS amount,
     collect({item: i, body: b.name, line: x.line, document: x.document, words: words}) AS places,
     collect(DISTINCT x.where) AS sections, count(DISTINCT i) AS points, max(i.date) AS last_date
WHERE $purpose = '' OR toLower(purpose) CONTAINS toLower($purpose)
   OR any(one IN places WHERE toLower(coalesce(one.words, '') + ' ' + one.item.title) CONTAINS toLower($purpose))
WITH *, head(places) AS first
OPTIONAL MATCH (o:Document {id: first.document})
RETURN amount, purpose, first.words AS says, sections, points, first.item.date AS date, last_date, k.name AS municipality,
       first.body AS body, first.item.number AS point, o.name AS document, first.line AS line, first.item.id AS item
ORDER BY amount DESC, coalesce(toString(date), ''), item, line
LIMIT $limit
