// question: Which documents tell of a meeting, in which term of office was it, and where does its date stand?
// question_da: Hvilke dokumenter fortæller om mødet?
// parameters:
//   id: string — the id of a meeting
// columns: term, documents, evidence
MATCH (x:Meeting {id: $id})
OPTIONAL MATCH (x)-[:IN_TERM]->(t:Term)
RETURN t.name AS term,
       COLLECT { MATCH (x)-[:DOCUMENTED_BY]->(d:Document) RETURN d{.*} ORDER BY d.id <> x.leading_document, d.rank, d.id } AS documents,
       COLLECT { MATCH (x)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
