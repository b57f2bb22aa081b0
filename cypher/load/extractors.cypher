// question: By which extractors were the documents read, and how many by each?
// question_da: Af hvilke udgaver er dokumenterne læst, og hvor mange af hver?
// parameters: -
// columns: extractor, documents
MATCH (d:Document)
RETURN d.extractor AS extractor, count(*) AS documents
ORDER BY documents DESC, extractor
