// question: Where does this mention stand, and in which point?
// question_da: Hvor står omtalen, og i hvilket punkt?
// parameters: id: string — the id of a Mention
// columns: evidence, facts
MATCH (i:AgendaItem)-[:HAS_MENTION]->(e:Mention {id: $id})
RETURN e{.*} AS evidence, [{label: 'Mention', id: e.id, item: i.id}] AS facts
