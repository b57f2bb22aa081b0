// question: Which bodies of this municipality changed their name or were merged, by their names?
// question_da: Hvilke af kommunens organer har skiftet navn eller er lagt sammen?
// parameters: municipality: string — id
// columns: old, new
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(:AgendaItem)-[:STATES_RENAME]->(r:Rename)
WHERE r.kind IN ['body', 'merged_body']
RETURN DISTINCT r.old AS old, r.new AS new
