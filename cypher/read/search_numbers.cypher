// question: Which case numbers bear these terms: a number, or its beginning?
// question_da: Hvilke sagsnumre begynder sådan?
// parameters:
//   terms: string — terms (graph/words/terms.py) with the signs of Lucene's query language
//   municipality: string — only this municipality's id; empty for all
//   most: integer — how many the index gives at most
//   limit: integer — how many rows at most
// columns: id, number
CALL db.index.fulltext.queryNodes('number_words', $terms, {limit: $most}) YIELD node
WITH node WHERE $municipality = '' OR node.id STARTS WITH $municipality + '.'
RETURN node.id AS id, node.number AS number
ORDER BY id
LIMIT $limit
