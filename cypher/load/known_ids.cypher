// question: What are these ids: names of which kind, or points?
// question_da: Hvad er disse id'er: navne af hvilken slags, eller punkter?
// parameters: ids: list — ids of names or points
// columns: id, names, point
UNWIND $ids AS id
WITH *
OPTIONAL MATCH (:Meeting)-[:NAMES {printed: id}]->(n)
OPTIONAL MATCH (i:AgendaItem {id: id})
RETURN id, collect(DISTINCT labels(n)[0]) AS names, head(collect(i.kind)) AS point
