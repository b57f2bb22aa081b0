// Terms of what a search finds (graph/words/terms.py): divided at spaces and else left as they are. One index a label.
// stage: search
CREATE FULLTEXT INDEX item_words IF NOT EXISTS FOR (n:AgendaItem) ON EACH [n.terms] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX municipality_words IF NOT EXISTS FOR (n:Municipality) ON EACH [n.terms] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX body_words IF NOT EXISTS FOR (n:Body) ON EACH [n.terms] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX person_words IF NOT EXISTS FOR (n:Person) ON EACH [n.terms] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX party_words IF NOT EXISTS FOR (n:Party) ON EACH [n.terms] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX plan_words IF NOT EXISTS FOR (n:Plan) ON EACH [n.terms] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX organisation_words IF NOT EXISTS FOR (n:Organisation) ON EACH [n.terms] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX law_words IF NOT EXISTS FOR (n:Law) ON EACH [n.terms] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX case_words IF NOT EXISTS FOR (n:Case) ON EACH [n.terms] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX number_words IF NOT EXISTS FOR (n:CaseNumber) ON EACH [n.terms] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
// Neo4j fills an index behind our back, and refuses to ask it until then.
CALL db.awaitIndexes(3600);
