// question: Which case numbers bear these terms: a number, or its beginning?
// question_da: Hvilke sagsnumre begynder sådan?
// parameters:
//   terms: string — terms (graph/words/terms.py) with the signs of Lucene's query language
//   most: integer — how many rows at most
// columns: id, number
CALL db.index.fulltext.queryNodes('number_words', $terms, {limit: $most}) YIELD node
RETURN node.id AS id, node.number AS number
ORDER BY id
