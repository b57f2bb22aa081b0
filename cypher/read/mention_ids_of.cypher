// question: Where do points name this thing, and what comes after a given place?
// question_da: Hvor nævnes det?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   since: string — only at meetings from this day on, ISO; empty for all
//   until: string — only at meetings up to this day, ISO; empty for all
//   words: list — all of them stand in the words or the name, in lower case
//   kind: string — only this kind of mention; empty for all
//   thing: string — the id of what they mean
//   item: string — only of this point's id; empty for all
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   limit: integer — how many rows at most
// columns: id, key, item
MATCH (t:Person|Party|Organisation|Body|Law|Provision|CaseNumber|Office|Plan {id: $thing})<-[:RESOLVED_TO]-(x:Mention)<-[:HAS_MENTION]-(i:AgendaItem)
WITH DISTINCT i, x
WHERE ($municipality = '' OR i.id STARTS WITH $municipality + '.') AND ($item = '' OR i.id = $item)
WITH *
WHERE (size($bodies) = 0 OR any(body IN $bodies WHERE i.id STARTS WITH body + '.'))
WITH *
WHERE ($kind = '' OR x.kind = $kind)
  AND all(word IN $words WHERE toLower(x.surface) CONTAINS word OR toLower(coalesce(x.name, '')) CONTAINS word)
WITH i, x, coalesce(toString(i.date), '') AS day
WHERE ($since = '' OR day >= $since) AND ($until = '' OR (day <> '' AND day <= $until))
WITH x, i.id AS item, day AS place
WHERE $first OR (place = $key AND x.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key)
RETURN x.id AS id, place AS key, item
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
