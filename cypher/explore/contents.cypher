// question: What is in the graph: which nodes, joined by which relations, and how many?
// question_da: Hvad er der i grafen, og hvor meget?
// parameters: none
// columns: kind, name, count
// theme: graph
// next: neighbourhood, documents_with_warnings
//
// example:
CALL () {
  MATCH (n)
  WHERE NOT n:Migration AND NOT n:Turn
  RETURN 'node' AS kind, labels(n)[0] AS name, count(*) AS count
  UNION ALL
  MATCH (a)-[r]->(b)
  RETURN 'relation' AS kind, '(' + labels(a)[0] + ')-[' + type(r) + ']->(' + labels(b)[0] + ')' AS name, count(*) AS count
}
RETURN kind, name, count
ORDER BY kind, name
