// question: Where do points name something, and what comes after a given place?
// question_da: Hvor nævnes noget?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   since: string — only at meetings from this day on, ISO; empty for all
//   until: string — only at meetings up to this day, ISO; empty for all
//   words: list — all of them stand in the words or the name, in lower case
//   kind: string — only this kind of mention; empty for all
//   thing: string — only where this thing's id is meant; empty for all
//   item: string — only of this point's id; empty for all
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   last: string — only up to this sort key; empty for all
//   limit: integer — how many rows at most
// columns: id, key, item
//
// It begins at the thing or the point that is named; where none is, at all points up to the last day. There kind and
// words are looked at within the subquery too: to leave it costs a mention more than that.
CALL () {
  UNWIND CASE WHEN $thing + $item = '' THEN [true] ELSE [] END AS everywhere
  WITH *
  MATCH (i:AgendaItem)
  WITH i, coalesce(toString(i.date), '') AS place
  WHERE ($first OR place = $key OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key))
    AND ($last = '' OR ($backwards AND place >= $last) OR (NOT $backwards AND place <= $last))
    AND ($municipality = '' OR i.id STARTS WITH $municipality + '.')
  MATCH (i)-[:HAS_MENTION]->(x:Mention)
  WHERE ($kind = '' OR x.kind = $kind)
    AND all(word IN $words WHERE toLower(x.surface) CONTAINS word OR toLower(coalesce(x.name, '')) CONTAINS word)
  RETURN i, x
  UNION ALL
  UNWIND CASE WHEN $thing = '' THEN [] ELSE [$thing] END AS key
  WITH *
  MATCH (:Person|Party|Organisation|Body|Law|Provision|CaseNumber|Office|Plan {id: key})<-[:RESOLVED_TO]-(x:Mention)<-[:HAS_MENTION]-(i:AgendaItem)
  WHERE $item = '' OR i.id = $item
  RETURN DISTINCT i, x
  UNION ALL
  UNWIND CASE WHEN $thing = '' THEN [$item] ELSE [] END AS key
  WITH *
  MATCH (i:AgendaItem {id: key})-[:HAS_MENTION]->(x:Mention)
  RETURN i, x
}
WITH i, x, coalesce(toString(i.date), '') AS place
WHERE ($municipality = '' OR i.id STARTS WITH $municipality + '.')
  AND (size($bodies) = 0 OR any(body IN $bodies WHERE i.id STARTS WITH body + '.'))
  AND ($since = '' OR place >= $since) AND ($until = '' OR (place <> '' AND place <= $until))
  AND ($first OR (place = $key AND x.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key))
WITH *
WHERE ($kind = '' OR x.kind = $kind)
  AND all(word IN $words WHERE toLower(x.surface) CONTAINS word OR toLower(coalesce(x.name, '')) CONTAINS word)
RETURN x.id AS id, place AS key, i.id AS item
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
