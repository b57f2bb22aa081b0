// question: In which bodies does a person sit, from when to when?
// question_da: Hvilke udvalg sidder personen i?
// parameters:
//   id: string — the id of a person
//   limit: integer — how many rows at most
// columns: kind, first, last, meetings, ranks, parties, body
MATCH (:Person {id: $id})-[r:MEMBER_OF]->(b:Body)
RETURN r.kind AS kind, r.first AS first, r.last AS last, r.meetings AS meetings, r.ranks AS ranks, r.parties AS parties,
       b{.id, .name} AS body
ORDER BY toString(last) DESC, b.id, kind
LIMIT $limit
