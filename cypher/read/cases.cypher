// question: What are these cases?
// question_da: Hvilke sager er det?
// parameters:
//   ids: list — ids of cases
// columns: id, title, numbers, first_date, last_date, item_count, aliases, municipality, municipality_name
UNWIND $ids AS key
WITH *
MATCH (c:Case {id: key})
OPTIONAL MATCH (m:Municipality {id: c.municipality})
RETURN c.id AS id, c.title AS title, c.numbers AS numbers, c.first_date AS first_date, c.last_date AS last_date,
       c.item_count AS item_count, c.aliases AS aliases, c.municipality AS municipality,
       m.name AS municipality_name
