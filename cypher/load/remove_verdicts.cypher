// question: Take away what is said of this municipality's case numbers.
// question_da: Fjern, hvad der er sagt om kommunens sagsnumre.
// parameters: municipality: string — id
MATCH (n:CaseNumber)
WHERE n.container IS NOT NULL AND n.id STARTS WITH $municipality + '.'
SET n.container = null, n.container_reason = null
