// question: Which points does a case have, oldest first, and why do they belong to it?
// question_da: Hvilke punkter har sagen, og hvorfor hører de til den?
// parameters:
//   id: string — the id of a case
//   limit: integer — how many rows at most
// columns: id, rule, confidence
MATCH (i:AgendaItem)-[r:PART_OF_CASE]->(:Case {id: $id})
RETURN i.id AS id, r.rule AS rule, r.confidence AS confidence
ORDER BY coalesce(toString(i.date), ''), i.ordinal, id
LIMIT $limit
