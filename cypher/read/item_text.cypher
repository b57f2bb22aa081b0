// question: How does a point read, line by line?
// question_da: Hvordan lyder punktet?
// parameters:
//   id: string — the id of a point
// columns: text, line_numbers, first_page, last_page
MATCH (i:AgendaItem {id: $id})
RETURN i.text AS text, i.line_numbers AS line_numbers, i.first_page AS first_page, i.last_page AS last_page
