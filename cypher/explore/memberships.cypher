// question: Who sits or sat in a body, seen from when to when, as what and for which party?
// question_da: Hvem sidder eller har siddet i udvalget, hvornår, som hvad og for hvilket parti?
// parameters:
//   body: string — name of the body, or part of it
//   name: string = — only persons whose name holds this; empty for all
//   limit: integer = 500 — how many rows at most
// columns: municipality, body, name, kind, first, last, meetings, ranks, parties
// theme: people
// next: attendance, voting_alike
//
// First and last are days on which lists of held meetings show it; when a seat was taken or left is not known.
// example: body=Beskæftigelses- og Uddannelsesudvalget
MATCH (k:Municipality)-[:HAS_BODY]->(b:Body)<-[r:MEMBER_OF]-(p:Person)
WHERE toLower(b.name) CONTAINS toLower($body) AND ($name = '' OR toLower(p.name) CONTAINS toLower($name))
RETURN k.name AS municipality, b.name AS body, p.name AS name, r.kind AS kind, r.first AS first, r.last AS last,
       r.meetings AS meetings, r.ranks AS ranks, r.parties AS parties
ORDER BY municipality, body, toString(last) DESC, kind, name, p.id
LIMIT $limit
