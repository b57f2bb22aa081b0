// question: Which meetings did the bodies of this municipality hold or plan?
// question_da: Hvilke møder har kommunens organer holdt eller planlagt?
// parameters: municipality: string — id
// columns: id, body, date, status
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(b:Body)-[:HELD]->(m:Meeting)
RETURN m.id AS id, b.id AS body, m.date AS date, m.status AS status
