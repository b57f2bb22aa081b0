-- Terms of what a search finds (graph/words/terms.py): divided at spaces and else left as they are. One index a label.
-- stage: search
CREATE PROPERTY AgendaItem.terms IF NOT EXISTS STRING;
CREATE INDEX item_words IF NOT EXISTS ON AgendaItem (terms) FULL_TEXT METADATA {"analyzer": "org.apache.lucene.analysis.core.WhitespaceAnalyzer"};
CREATE PROPERTY Municipality.terms IF NOT EXISTS STRING;
CREATE INDEX municipality_words IF NOT EXISTS ON Municipality (terms) FULL_TEXT METADATA {"analyzer": "org.apache.lucene.analysis.core.WhitespaceAnalyzer"};
CREATE PROPERTY Body.terms IF NOT EXISTS STRING;
CREATE INDEX body_words IF NOT EXISTS ON Body (terms) FULL_TEXT METADATA {"analyzer": "org.apache.lucene.analysis.core.WhitespaceAnalyzer"};
CREATE PROPERTY Person.terms IF NOT EXISTS STRING;
CREATE INDEX person_words IF NOT EXISTS ON Person (terms) FULL_TEXT METADATA {"analyzer": "org.apache.lucene.analysis.core.WhitespaceAnalyzer"};
CREATE PROPERTY Party.terms IF NOT EXISTS STRING;
CREATE INDEX party_words IF NOT EXISTS ON Party (terms) FULL_TEXT METADATA {"analyzer": "org.apache.lucene.analysis.core.WhitespaceAnalyzer"};
CREATE PROPERTY Plan.terms IF NOT EXISTS STRING;
CREATE INDEX plan_words IF NOT EXISTS ON Plan (terms) FULL_TEXT METADATA {"analyzer": "org.apache.lucene.analysis.core.WhitespaceAnalyzer"};
CREATE PROPERTY Organisation.terms IF NOT EXISTS STRING;
CREATE INDEX organisation_words IF NOT EXISTS ON Organisation (terms) FULL_TEXT METADATA {"analyzer": "org.apache.lucene.analysis.core.WhitespaceAnalyzer"};
CREATE PROPERTY Law.terms IF NOT EXISTS STRING;
CREATE INDEX law_words IF NOT EXISTS ON Law (terms) FULL_TEXT METADATA {"analyzer": "org.apache.lucene.analysis.core.WhitespaceAnalyzer"};
CREATE PROPERTY `Case`.terms IF NOT EXISTS STRING;
CREATE INDEX case_words IF NOT EXISTS ON `Case` (terms) FULL_TEXT METADATA {"analyzer": "org.apache.lucene.analysis.core.WhitespaceAnalyzer"};
CREATE PROPERTY CaseNumber.terms IF NOT EXISTS STRING;
CREATE INDEX number_words IF NOT EXISTS ON CaseNumber (terms) FULL_TEXT METADATA {"analyzer": "org.apache.lucene.analysis.core.WhitespaceAnalyzer"};
