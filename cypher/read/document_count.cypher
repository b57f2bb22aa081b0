// question: How many source files does the graph hold?
// question_da: Hvor mange dokumenter er der?
// parameters: none
// columns: documents
RETURN COUNT { MATCH (d:Document) } AS documents
