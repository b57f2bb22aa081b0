// question: How many pages of each kind are there for search engines?
// question_da: Hvor mange sider er der af hver slags?
// parameters: none
// columns: cases, items, meetings, names
RETURN COUNT { MATCH (c:Case) } AS cases,
       COUNT { MATCH (i:AgendaItem) } AS items,
       COUNT { MATCH (m:Meeting) WHERE m.status <> 'referenced' } AS meetings,
       COUNT { MATCH (m:Municipality) } + COUNT { MATCH (b:Body) } + COUNT { MATCH (o:Organisation) } + COUNT { MATCH (l:Law) }
       + COUNT { MATCH (t:Topic) } + COUNT { MATCH (p:Person) WHERE EXISTS { MATCH (p)-[:MEMBER_OF]->(:Body) } } AS names
