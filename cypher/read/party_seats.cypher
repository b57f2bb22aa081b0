// question: Who sits in which body, with parties seen for them, in one municipality?
// question_da: Hvem sidder hvor, og for hvilke partier?
// parameters:
//   municipality: string — the id of a municipality
//   party: string — the name of a party, as lists print it
//   limit: integer — how many rows at most
// columns: kind, first, last, meetings, ranks, parties, person, body
MATCH (p:Person)-[r:MEMBER_OF]->(b:Body)
WHERE b.id STARTS WITH $municipality + '.' AND any(one IN coalesce(r.parties, []) WHERE substring(one, 22) = $party)
RETURN r.kind AS kind, r.first AS first, r.last AS last, r.meetings AS meetings, r.ranks AS ranks, r.parties AS parties,
       p{.id, .name} AS person, b{.id, .name} AS body
ORDER BY toString(last) DESC, b.id, p.id, kind
LIMIT $limit
