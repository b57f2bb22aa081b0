// question: In which points do these words stand? Those with all words in the title first, then the newest.
// question_da: I hvilke punkter står ordene?
// parameters:
//   words: list — all of them stand in the title or the text, in lower case
//   municipality: string — only this municipality's id; empty for all
//   limit: integer — how many rows at most
// columns: id, title, text, in_title
MATCH (i:AgendaItem)
WHERE ($municipality = '' OR i.id STARTS WITH $municipality + '.')
  AND all(w IN $words WHERE toLower(i.title) CONTAINS w OR toLower(coalesce(i.text, '')) CONTAINS w)
WITH i, all(w IN $words WHERE toLower(i.title) CONTAINS w) AS in_title
RETURN i.id AS id, i.title AS title, i.text AS text, in_title
ORDER BY in_title DESC, coalesce(toString(i.date), '') DESC, id
LIMIT $limit
