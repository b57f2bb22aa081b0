// question: Which case numbers are spelled like this, in one municipality or in all?
// question_da: Hvilke sagsnumre er det?
// parameters:
//   slug: string — the number as ids have it: 24/2210 is 24-2210
//   municipality: string — only this municipality's id; empty for all
//   limit: integer — how many rows at most
// columns: id
MATCH (m:Municipality)
WHERE $municipality = '' OR m.id = $municipality
WITH m.id + '.' + $slug AS key
MATCH (n:CaseNumber {id: key})
RETURN n.id AS id
ORDER BY id
LIMIT $limit
