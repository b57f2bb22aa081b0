// question: Write relations of one kind that several meetings state alike.
// question_da: Skriv relationer, som flere møder siger ens.
// parameters: rows: rows — start, end (ids), props
UNWIND $rows AS row
WITH *
MATCH (a:__FROM__ {id: row.start})
MATCH (b:__TO__ {id: row.end})
MERGE (a)-[r:__TYPE__]->(b)
SET r = row.props
