// question: Who voted for a party, as printed beside their names, from when to when?
// question_da: Hvem har stemt for partiet?
// parameters:
//   id: string — the id of a party
//   limit: integer — how many rows at most
// columns: id, name, first, last, ballots
MATCH (:Party {id: $id})<-[:CAST_FOR_PARTY]-(x:Ballot)-[:CAST_BY]->(p:Person)
MATCH (x)<-[:HAS_BALLOT]-(:Vote)<-[:HAS_VOTE]-(d:Decision)<-[:HAS_DECISION]-(i:AgendaItem)
WHERE NOT coalesce(d.repeated, false)
RETURN p.id AS id, p.name AS name, min(i.date) AS first, max(i.date) AS last, count(x) AS ballots
ORDER BY ballots DESC, id
LIMIT $limit
