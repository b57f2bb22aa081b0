// question: What do the meetings of this municipality call persons, bodies, organisations and laws?
// question_da: Hvad kalder kommunens møder personer, organer, organisationer og love?
// parameters: municipality: string — id
// columns: label, printed, id, variants, meeting, body, date
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(b:Body)-[:HELD]->(m:Meeting)-[r:NAMES]->(n)
WHERE labels(n)[0] IN ['Person', 'Body', 'Organisation', 'Law']
RETURN labels(n)[0] AS label, r.printed AS printed, n.id AS id, r.variants AS variants, m.id AS meeting, b.id AS body,
       m.date AS date
