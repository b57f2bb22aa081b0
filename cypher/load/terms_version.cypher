// question: By which rules are the terms of the graph made?
// question_da: Efter hvilke regler er grafens søgeord lavet?
// parameters: -
// columns: version
MATCH (m:Migration {number: 6})
RETURN m.terms AS version
