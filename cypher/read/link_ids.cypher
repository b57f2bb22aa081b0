// question: Which links between points are there, and what comes after a given one?
// question_da: Hvilke forbindelser mellem punkter er der?
// parameters:
//   municipality: string — only this municipality's id; empty for all
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   since: string — only at meetings from this day on, ISO; empty for all
//   until: string — only at meetings up to this day, ISO; empty for all
//   type: string — only of this type; empty for all
//   status: string — accepted, possible or refused; empty for all
//   item: string — only those that begin or end at this point's id; empty for all
//   backwards: boolean — whether the last comes first
//   first: boolean — from the beginning of the list
//   key: string — the sort key already shown
//   id: string — the one already shown under that key
//   last: string — only up to this sort key; empty for all
//   limit: integer — how many rows at most
// columns: id, key, item
//
// It begins at the point that is named; where none is, at all points up to the last day.
CALL () {
  UNWIND CASE WHEN $item = '' THEN [true] ELSE [] END AS everywhere
  WITH *
  MATCH (i:AgendaItem)
  WITH i, coalesce(toString(i.date), '') AS place
  WHERE ($first OR place = $key OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key))
    AND ($last = '' OR ($backwards AND place >= $last) OR (NOT $backwards AND place <= $last))
  MATCH (i)-[:HAS_LINK]->(x:Link)
  RETURN i, x
  UNION ALL
  MATCH (i:AgendaItem {id: $item})-[:HAS_LINK]->(x:Link)
  RETURN i, x
  UNION ALL
  MATCH (o:AgendaItem {id: $item})<-[:LINKS_TO]-(x:Link)<-[:HAS_LINK]-(i:AgendaItem)
  WHERE i.id <> o.id
  RETURN DISTINCT i, x
}
WITH i, x, coalesce(toString(i.date), '') AS place
WHERE ($municipality = '' OR i.id STARTS WITH $municipality + '.')
  AND (size($bodies) = 0 OR any(body IN $bodies WHERE i.id STARTS WITH body + '.'))
  AND ($since = '' OR place >= $since) AND ($until = '' OR (place <> '' AND place <= $until))
  AND ($first OR (place = $key AND x.id > $id) OR ($backwards AND place < $key) OR (NOT $backwards AND place > $key))
WITH *
WHERE ($type = '' OR x.type = $type) AND ($status = '' OR x.status = $status)
RETURN x.id AS id, place AS key, i.id AS item
ORDER BY CASE WHEN $backwards THEN key ELSE '' END DESC, key, id
LIMIT $limit
