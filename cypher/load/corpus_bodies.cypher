// question: What are the bodies of this municipality called?
// question_da: Hvad hedder kommunens organer?
// parameters: municipality: string — id
// columns: id, name
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(b:Body)
RETURN b.id AS id, b.name AS name
