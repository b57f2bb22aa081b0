// question: What do meetings name by this id, that which the printed name gives?
// question_da: Hvad kalder møder ved dette id?
// parameters: id: string
// columns: label
MATCH (:Meeting)-[r:NAMES {printed: $id}]->(n)
WHERE labels(n)[0] IN ['Person', 'Body', 'Organisation', 'Law']
RETURN DISTINCT labels(n)[0] AS label
