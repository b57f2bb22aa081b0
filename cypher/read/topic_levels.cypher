// question: In which KLE topics does this one lie, the widest first, and which of a municipality lie in it?
// question_da: Hvilke KLE-emner ligger over og under dette?
// parameters:
//   id: string — the id of a topic
//   municipality: string — only this municipality's points; empty for all
// columns: above, below
MATCH (x:Topic {id: $id})
RETURN COLLECT { MATCH (w:Topic)-[:HAS_SUBTOPIC*1..2]->(x) RETURN w{.id, .number} ORDER BY w.number } AS above,
       COLLECT {
         MATCH (x)-[:HAS_SUBTOPIC]->(n:Topic)
         WITH *
         WHERE $municipality = '' OR EXISTS { MATCH (n)-[:HAS_SUBTOPIC*0..1]->(:Topic)<-[:HAS_TOPIC]-(i:AgendaItem)
                                              WHERE i.id STARTS WITH $municipality + '.' }
         RETURN n.id ORDER BY n.number } AS below
