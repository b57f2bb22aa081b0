// question: For which party are ballots of persons printed in this municipality?
// question_da: For hvilket parti står personers stemmer i kommunen?
// parameters: municipality: string — id
// columns: name, party, surface
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(:Body)-[:HELD]->(:Meeting)-[:HAS_ITEM]->(:AgendaItem)-[:HAS_DECISION]->(:Decision)-[:HAS_VOTE]->(:Vote)-[:HAS_BALLOT]->(b:Ballot {block: false})
RETURN b.name AS name, b.party AS party, b.party_surface AS surface
