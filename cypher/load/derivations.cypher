// question: By which rules and judgements was the derived layer of each municipality computed?
// question_da: Efter hvilke regler er hver kommunes udledte lag beregnet?
// parameters: -
// columns: id, version
MATCH (d:Derivation)
RETURN d.id AS id, d.version AS version
