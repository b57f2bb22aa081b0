// question: Which points name these sections of laws? All of them in two lists that belong together, the newest first.
// question_da: Hvilke punkter nævner disse paragraffer?
// parameters:
//   provisions: list — ids of sections
//   municipality: string — only this municipality's id; empty for all
//   most: integer — how many points at most
// columns: ids, dates
UNWIND $provisions AS key
WITH *
MATCH (:Provision {id: key})<-[:MENTIONS]-(i:AgendaItem)
WITH DISTINCT i.id AS id, coalesce(toString(i.date), '') AS date
WHERE $municipality = '' OR id STARTS WITH $municipality + '.'
WITH id, date
ORDER BY date DESC, id
LIMIT $most
RETURN collect(id) AS ids, collect(date) AS dates
