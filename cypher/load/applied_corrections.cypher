// question: Which corrections are applied?
// question_da: Hvilke rettelser er gjort?
// parameters: -
// columns: id
MATCH (c:Correction {status: 'applied'})
RETURN c.id AS id
