// Full text of the points, in Danish: CALL db.index.fulltext.queryNodes('search', $q, {limit: 20}).
CREATE FULLTEXT INDEX search IF NOT EXISTS FOR (n:AgendaItem) ON EACH [n.title, n.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'danish'}};
