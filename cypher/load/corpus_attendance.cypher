// question: Who stands on the lists of this municipality's meetings, and as what?
// question_da: Hvem står på kommunens mødelister, og som hvad?
// parameters: municipality: string — id
// columns: name, kind, rank, party, meeting
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(:Body)-[:HELD]->(m:Meeting)<-[:AT_MEETING]-(a:Attendance)
RETURN a.name AS name, a.kind AS kind, a.rank AS rank, a.party_surface AS party, m.id AS meeting
