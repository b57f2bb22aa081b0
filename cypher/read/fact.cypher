// question: What is the fact of this id, and where does it stand?
// question_da: Hvad er kendsgerningen med dette id, og hvor står den?
// parameters:
//   id: string — the id of anything that has evidence
// columns: label, fact, evidence
CALL () {
  MATCH (n:Meeting {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Attendance {id: $id}) RETURN n
  UNION ALL
  MATCH (n:AgendaItem {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Section {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Recommendation {id: $id}) RETURN n
  UNION ALL
  MATCH (n:ProcedureStep {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Decision {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Vote {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Ballot {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Explanation {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Referral {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Attachment {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Notice {id: $id}) RETURN n
  UNION ALL
  MATCH (n:FollowUp {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Reference {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Rename {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Statement {id: $id}) RETURN n
  UNION ALL
  MATCH (n:Conflict {id: $id}) RETURN n
}
RETURN labels(n)[0] AS label, n{.*} AS fact,
       COLLECT { MATCH (n)-[r:HAS_EVIDENCE]->(e:Evidence) RETURN e{.*, field: r.field} ORDER BY e.line, e.start, e.id, r.field } AS evidence
ORDER BY label
LIMIT 1
