// question: Which cases have most points?
// question_da: Hvilke sager har været oftest på dagsordenen?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   limit: integer — how many rows at most
// columns: id
MATCH (c:Case)
WHERE ($municipality = '' OR c.municipality = $municipality) AND c.item_count > 1
RETURN c.id AS id
ORDER BY c.item_count DESC, coalesce(toString(c.last_date), '') DESC, id
LIMIT $limit
