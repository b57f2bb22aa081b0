// question: Which sections of laws have this number?
// question_da: Hvilke paragraffer har dette nummer?
// parameters:
//   sections: list — spellings of the number
//   subsection: string — only this one (stk.); empty for all
//   laws: list — only of these laws, by their ids; empty for all
//   limit: integer — how many rows at most
// columns: id, name, law
UNWIND $sections AS section
WITH *
MATCH (p:Provision {section: section})<-[:HAS_PROVISION]-(l:Law)
WHERE ($subsection = '' OR p.subsection = $subsection) AND (size($laws) = 0 OR l.id IN $laws)
RETURN p.id AS id, p.name AS name, l.title AS law
ORDER BY id
LIMIT $limit
