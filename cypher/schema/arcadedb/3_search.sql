-- Full text of the points, in Danish; the same name and query as on Neo4j. The engine wants to know the properties first.
-- stage: search
CREATE PROPERTY AgendaItem.title IF NOT EXISTS STRING;
CREATE PROPERTY AgendaItem.text IF NOT EXISTS STRING;
CREATE INDEX search IF NOT EXISTS ON AgendaItem (title, text) FULL_TEXT METADATA {"analyzer": "org.apache.lucene.analysis.da.DanishAnalyzer"};
