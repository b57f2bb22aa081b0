// question: Which corrections are applied in this municipality?
// question_da: Hvilke rettelser er gjort i kommunen?
// parameters: municipality: string — id
// columns: correction, meeting
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(:Body)-[:HELD]->(m:Meeting)-[:HAS_CORRECTION]->(c:Correction)
RETURN properties(c) AS correction, m.id AS meeting
