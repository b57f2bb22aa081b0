// question: What are these source files?
// question_da: Hvilke kildedokumenter er det?
// parameters:
//   ids: list — ids of documents
// columns: document
UNWIND $ids AS key
WITH *
MATCH (x:Document {id: key})
RETURN x{.id, .name, .kind, .status, .media, .page_count, .source_url} AS document
ORDER BY x.id
