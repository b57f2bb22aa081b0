// question: Which steps of the schema has this graph taken?
// question_da: Hvilke trin af skemaet har grafen været igennem?
// parameters: none
// columns: number, name, digest
MATCH (m:Migration)
RETURN m.number AS number, m.name AS name, m.digest AS digest
ORDER BY number
