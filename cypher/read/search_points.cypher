// question: Which points bear these terms? All of them in two lists that belong together, the newest first.
// question_da: Hvilke punkter bærer disse søgeord?
// parameters:
//   terms: string — terms (graph/words/terms.py) with the signs of Lucene's query language
//   most: integer — how many points at most
// columns: ids, dates
CALL db.index.fulltext.queryNodes('item_words', $terms, {limit: $most}) YIELD node
WITH node.id AS id, coalesce(toString(node.date), '') AS date
ORDER BY date DESC, id
RETURN collect(id) AS ids, collect(date) AS dates
