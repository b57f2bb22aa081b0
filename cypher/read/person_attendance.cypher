// question: How many meetings was a person at, and how many not, and with which party is the name printed?
// question_da: Hvor mange møder deltog personen i?
// parameters:
//   id: string — the id of a person
// columns: present, absent, parties
MATCH (p:Person {id: $id})
RETURN COUNT { MATCH (p)-[:HAS_ATTENDANCE]->(a:Attendance)-[:AT_MEETING]->(:Meeting) WHERE a.status = 'present' } AS present,
       COUNT { MATCH (p)-[:HAS_ATTENDANCE]->(a:Attendance)-[:AT_MEETING]->(:Meeting) WHERE a.status = 'absent' } AS absent,
       COLLECT {
         CALL (p) {
           MATCH (p)<-[:CAST_BY]-(x:Ballot) WHERE x.party_surface IS NOT NULL RETURN x.party_surface AS name
           UNION
           MATCH (p)-[:HAS_ATTENDANCE]->(a:Attendance) WHERE a.party_surface IS NOT NULL RETURN a.party_surface AS name
         }
         RETURN DISTINCT name ORDER BY name
       } AS parties
