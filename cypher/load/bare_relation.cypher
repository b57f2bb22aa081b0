// question: Write relations of one kind without properties that belong to one meeting, whose facts were removed before.
// question_da: Skriv relationer uden egenskaber, som hører til ét møde.
// parameters: rows: rows — pair (ids of start and end)
UNWIND $rows AS row
WITH *
MATCH (a:__FROM__ {id: row.pair[0]})
MATCH (b:__TO__ {id: row.pair[1]})
CREATE (a)-[:__TYPE__]->(b)
