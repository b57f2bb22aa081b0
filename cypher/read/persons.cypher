// question: Who are these persons?
// question_da: Hvem er disse personer?
// parameters:
//   ids: list — ids of persons
// columns: id, name, municipality, aliases, merged
UNWIND $ids AS key
WITH *
MATCH (x:Person {id: key})
OPTIONAL MATCH (m:Municipality {id: split(x.id, '.')[0]})
RETURN x.id AS id, x.name AS name,
       {id: split(x.id, '.')[0], name: coalesce(m.name, split(x.id, '.')[0])} AS municipality,
       coalesce(x.aliases, []) AS aliases,
       coalesce(x.merged, []) AS merged
