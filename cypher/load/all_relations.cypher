// question: All relations of one kind.
// question_da: Alle relationer af én slags.
// parameters: -
// columns: start, end, props
MATCH (a:__FROM__)-[r:__TYPE__]->(b:__TO__)
RETURN a.id AS start, b.id AS end, properties(r) AS props
