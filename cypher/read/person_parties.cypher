// question: On which day is a person printed with which party?
// question_da: Hvornår står personen med hvilket parti?
// parameters:
//   id: string — the id of a person
// columns: date, party
MATCH (p:Person {id: $id})
CALL (p) {
  MATCH (p)<-[:CAST_BY]-(x:Ballot)<-[:HAS_BALLOT]-(:Vote)<-[:HAS_VOTE]-(d:Decision)
  WHERE x.party IS NOT NULL AND d.date IS NOT NULL
  RETURN d.date AS date, x.party AS party
  UNION
  MATCH (p)-[:HAS_ATTENDANCE]->(a:Attendance)-[:AT_MEETING]->(m:Meeting)
  WHERE a.party_surface IS NOT NULL AND m.date IS NOT NULL
  RETURN m.date AS date, a.party_surface AS party
}
RETURN DISTINCT date, party
ORDER BY toString(date), party
