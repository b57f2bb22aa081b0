// question: Who stands on the lists of the meetings that this municipality's bodies held, in what capacity?
// question_da: Hvem står på listerne fra kommunens afholdte møder, og i hvilken egenskab?
// parameters: municipality: string — id
// columns: person, body, body_name, meeting, date, kind, status, substitute_for, rank, party
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(b:Body)-[:HELD]->(m:Meeting {status: 'held'})<-[:AT_MEETING]-(a:Attendance)
MATCH (p:Person)-[:HAS_ATTENDANCE]->(a)
WHERE m.date IS NOT NULL AND a.scope = 'meeting' AND a.kind IN ['member', 'substitute']
RETURN p.id AS person, b.id AS body, b.name AS body_name, m.id AS meeting, m.date AS date, a.kind AS kind,
       a.status AS status, a.substitute_for AS substitute_for, a.rank AS rank, a.party_surface AS party
