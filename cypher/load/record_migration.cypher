// question: Record that the graph has taken a step of the schema.
// question_da: Noter, at grafen har været igennem et trin af skemaet.
// parameters:
//   number: integer — the step's number
//   name: string — its name
//   digest: string — the sum of its statements
MERGE (m:Migration {id: toString($number)})
SET m.number = $number, m.name = $name, m.digest = $digest
