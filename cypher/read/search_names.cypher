// question: Which cases, bodies, persons, parties, organisations, laws, plans and municipalities bear these terms in their names?
// question_da: Hvem og hvad bærer disse søgeord i navnet?
// parameters:
//   terms: string — terms (graph/words/terms.py) with the signs of Lucene's query language
//   municipality: string — only what is of this municipality's id or of none; empty for all
//   most: integer — how many of each kind the index gives at most
// columns: kind, id, name, others, date
CALL () {
  CALL db.index.fulltext.queryNodes('case_words', $terms, {limit: $most}) YIELD node
  WITH node WHERE $municipality = '' OR node.id STARTS WITH $municipality + '.'
  RETURN 'case' AS kind, node.id AS id, node.title AS name, [] AS others, coalesce(toString(node.last_date), '') AS date
  UNION ALL
  CALL db.index.fulltext.queryNodes('body_words', $terms, {limit: $most}) YIELD node
  WITH node WHERE $municipality = '' OR node.id STARTS WITH $municipality + '.'
  RETURN 'body' AS kind, node.id AS id, node.name AS name, coalesce(node.aliases, []) AS others, '' AS date
  UNION ALL
  CALL db.index.fulltext.queryNodes('person_words', $terms, {limit: $most}) YIELD node
  WITH node WHERE $municipality = '' OR node.id STARTS WITH $municipality + '.'
  RETURN 'person' AS kind, node.id AS id, node.name AS name, coalesce(node.aliases, []) AS others, '' AS date
  UNION ALL
  CALL db.index.fulltext.queryNodes('party_words', $terms, {limit: $most}) YIELD node
  WITH node WHERE $municipality = '' OR node.id STARTS WITH $municipality + '.'
  RETURN 'party' AS kind, node.id AS id, node.name AS name, coalesce(node.letters, []) AS others, '' AS date
  UNION ALL
  CALL db.index.fulltext.queryNodes('organisation_words', $terms, {limit: $most}) YIELD node
  WITH node WHERE $municipality = '' OR NOT node.id CONTAINS '.' OR node.id STARTS WITH $municipality + '.'
  RETURN 'organisation' AS kind, node.id AS id, node.name AS name, coalesce(node.aliases, []) AS others, '' AS date
  UNION ALL
  CALL db.index.fulltext.queryNodes('law_words', $terms, {limit: $most}) YIELD node
  WITH node WHERE $municipality = '' OR NOT node.id CONTAINS '.' OR node.id STARTS WITH $municipality + '.'
  RETURN 'law' AS kind, node.id AS id, node.title AS name, coalesce(node.popular_names, []) + coalesce(node.aliases, []) AS others, '' AS date
  UNION ALL
  CALL db.index.fulltext.queryNodes('plan_words', $terms, {limit: $most}) YIELD node
  WITH node WHERE $municipality = '' OR node.id STARTS WITH $municipality + '.'
  RETURN 'plan' AS kind, node.id AS id, node.name AS name, [coalesce(node.area, '')] AS others, '' AS date
  UNION ALL
  CALL db.index.fulltext.queryNodes('municipality_words', $terms, {limit: $most}) YIELD node
  WITH node WHERE $municipality IN ['', node.id]
  RETURN 'municipality' AS kind, node.id AS id, node.name AS name, [] AS others, '' AS date
}
RETURN kind, id, name, others, date
ORDER BY kind, id
