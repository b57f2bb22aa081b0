// Full text of the points, in Danish: CALL db.index.fulltext.queryNodes('search', $q, {limit: 20}).
// stage: search
CREATE FULLTEXT INDEX search IF NOT EXISTS FOR (n:AgendaItem) ON EACH [n.title, n.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'danish'}};
// Neo4j fills the index behind our back, and refuses to ask it until then.
CALL db.awaitIndexes(3600);
