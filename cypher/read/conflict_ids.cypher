// question: Where do minutes contradict themselves or each other, newest first, and what comes after a given place?
// question_da: Hvor modsiger referaterne sig selv eller hinanden?
// parameters:
//   kind: string — only this kind; empty for all
//   municipality: string — only this municipality's id; empty for all
//   bodies: list — only these bodies, by all ids that their names have; empty for all
//   since: string — only at meetings from this day on, ISO; empty for all
//   until: string — only at meetings up to this day, ISO; empty for all
//   first: boolean — from the beginning of the list
//   key: string — the last date already shown, ISO
//   id: string — the conflict already shown at that date
//   limit: integer — how many rows at most
// columns: id, key
MATCH (i:AgendaItem)-[:HAS_CONFLICT]->(c:Conflict)
WHERE ($kind = '' OR c.kind = $kind)
  AND ($municipality = '' OR i.id STARTS WITH $municipality + '.')
  AND (size($bodies) = 0 OR any(body IN $bodies WHERE i.id STARTS WITH body + '.'))
WITH c, coalesce(toString(i.date), '') AS key
WHERE ($since = '' OR key >= $since) AND ($until = '' OR (key <> '' AND key <= $until))
  AND ($first OR key < $key OR (key = $key AND c.id > $id))
RETURN c.id AS id, key
ORDER BY key DESC, id
LIMIT $limit
