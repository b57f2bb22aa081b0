// question: What became of each correction?
// question_da: Hvad blev der af hver rettelse?
// parameters: -
// columns: id, status
MATCH (c:Correction)
RETURN c.id AS id, c.status AS status
