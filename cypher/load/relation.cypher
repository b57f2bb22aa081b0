// question: Write relations of one kind that belong to one meeting, whose facts were removed before.
// question_da: Skriv relationer, som hører til ét møde.
// parameters: rows: rows — start, end (ids), props; __NAME__ stands for each that the type may have
UNWIND $rows AS row
WITH *
MATCH (a:__FROM__ {id: row.start})
MATCH (b:__TO__ {id: row.end})
CREATE (a)-[:__TYPE__ {__NAME__: row.props.__NAME__}]->(b)
