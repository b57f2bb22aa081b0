// question: Who sits or sat in a body, from when to when?
// question_da: Hvem sidder eller har siddet i udvalget?
// parameters:
//   id: string — the id of a body
//   limit: integer — how many rows at most
// columns: kind, first, last, meetings, ranks, parties, person
MATCH (:Body {id: $id})<-[r:MEMBER_OF]-(p:Person)
RETURN r.kind AS kind, r.first AS first, r.last AS last, r.meetings AS meetings, r.ranks AS ranks, r.parties AS parties,
       p{.id, .name} AS person
ORDER BY toString(last) DESC, kind, p.name, p.id
LIMIT $limit
