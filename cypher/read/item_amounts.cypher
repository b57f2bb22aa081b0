// question: Which amounts of money do these points name, and where?
// question_da: Hvilke beløb nævner punkterne?
// parameters:
//   ids: list — ids of points
// columns: item, fact, evidence
//
// One row for each amount of a point, however often the point prints it; the line is that of the first place.
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})-[:HAS_MENTION]->(x:Mention {kind: 'money'})
WITH i, x ORDER BY x.line, x.start, x.id
WITH i, toFloat(x.detail) AS amount, collect(x{.*}) AS places
RETURN i.id AS item,
       {amount: amount, count: size(places),
        words: head([place IN range(0, size(i.line_numbers) - 1) WHERE i.line_numbers[place] = places[0].line | trim(split(i.text, '\n')[place])])} AS fact,
       places[0..5] AS evidence
ORDER BY item, amount DESC
