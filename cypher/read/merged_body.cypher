// question: Which one has this id for one of its other names?
// question_da: Hvem hører dette id nu til?
// parameters:
//   id: string — an id that a printed name would have
// columns: id
MATCH (x:Body)
WHERE $id IN x.merged
RETURN x.id AS id
ORDER BY id
LIMIT 1
