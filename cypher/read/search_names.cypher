// question: Which cases, bodies, persons, parties, organisations, laws, plans and municipalities bear these terms in their names?
// question_da: Hvem og hvad bærer disse søgeord i navnet?
// parameters:
//   terms: string — terms (graph/words/terms.py) with the signs of Lucene's query language
//   most: integer — how many of each kind at most
// columns: kind, id, name, others, date
CALL () {
  CALL db.index.fulltext.queryNodes('case_words', $terms, {limit: $most}) YIELD node
  RETURN 'case' AS kind, node.id AS id, node.title AS name, [] AS others, coalesce(toString(node.last_date), '') AS date
  UNION ALL
  CALL db.index.fulltext.queryNodes('body_words', $terms, {limit: $most}) YIELD node
  RETURN 'body' AS kind, node.id AS id, node.name AS name, coalesce(node.aliases, []) AS others, '' AS date
  UNION ALL
  CALL db.index.fulltext.queryNodes('person_words', $terms, {limit: $most}) YIELD node
  RETURN 'person' AS kind, node.id AS id, node.name AS name, coalesce(node.aliases, []) AS others, '' AS date
  UNION ALL
  CALL db.index.fulltext.queryNodes('party_words', $terms, {limit: $most}) YIELD node
  RETURN 'party' AS kind, node.id AS id, node.name AS name, coalesce(node.letters, []) AS others, '' AS date
  UNION ALL
  CALL db.index.fulltext.queryNodes('organisation_words', $terms, {limit: $most}) YIELD node
  RETURN 'organisation' AS kind, node.id AS id, node.name AS name, coalesce(node.aliases, []) AS others, '' AS date
  UNION ALL
  CALL db.index.fulltext.queryNodes('law_words', $terms, {limit: $most}) YIELD node
  RETURN 'law' AS kind, node.id AS id, node.title AS name, coalesce(node.popular_names, []) + coalesce(node.aliases, []) AS others, '' AS date
  UNION ALL
  CALL db.index.fulltext.queryNodes('plan_words', $terms, {limit: $most}) YIELD node
  RETURN 'plan' AS kind, node.id AS id, node.name AS name, [coalesce(node.area, '')] AS others, '' AS date
  UNION ALL
  CALL db.index.fulltext.queryNodes('municipality_words', $terms, {limit: $most}) YIELD node
  RETURN 'municipality' AS kind, node.id AS id, node.name AS name, [] AS others, '' AS date
}
RETURN kind, id, name, others, date
ORDER BY kind, id
