// question: Say by which rules the terms of the graph are made.
// question_da: Skriv, efter hvilke regler grafens søgeord er lavet.
// parameters:
//   version: string — of the rules
MATCH (m:Migration {number: 6})
SET m.terms = $version
