// question: What do meetings call the organisations and laws that all municipalities share?
// question_da: Hvad kalder møder de organisationer og love, som alle kommuner er fælles om?
// parameters: -
// columns: label, printed, id, variants, meeting, body, date
MATCH (b:Body)-[:HELD]->(m:Meeting)-[r:NAMES]->(n)
WHERE labels(n)[0] IN ['Organisation', 'Law'] AND NOT r.printed CONTAINS '.'
RETURN labels(n)[0] AS label, r.printed AS printed, n.id AS id, r.variants AS variants, m.id AS meeting, b.id AS body,
       m.date AS date
