// question: How many nodes has a label; __LABEL__ is a label of graph/schema.toml.
// question_da: Hvor mange knuder har en etiket?
// parameters: none
// columns: count
MATCH (n:__LABEL__)
RETURN count(n) AS count
