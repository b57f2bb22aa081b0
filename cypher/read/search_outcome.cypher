// question: Which of these points have a decision of their own with this outcome?
// question_da: Hvilke af disse punkter fik dette udfald?
// parameters:
//   ids: list — ids of points
//   outcome: string — an outcome of a decision
// columns: ids
UNWIND $ids AS key
WITH *
MATCH (i:AgendaItem {id: key})-[:HAS_DECISION]->(d:Decision)
WHERE coalesce(d.own, true) AND $outcome IN d.outcomes
WITH DISTINCT i.id AS id
ORDER BY id
RETURN collect(id) AS ids
