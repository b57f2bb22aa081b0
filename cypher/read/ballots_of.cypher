// question: Who voted how in each vote of a body, or of all bodies of a municipality?
// question_da: Hvem stemte hvad i udvalgets eller kommunens afstemninger?
// parameters:
//   id: string — the id of a body or of a municipality
//   limit: integer — how many votes at most, the latest first
// columns: vote, date, ballots
//
// A ballot is a text of three words: option, label, id. A party that voted as a block stands for itself. A vote that other
// minutes quote is there once.
CALL () {
  MATCH (b:Body {id: $id})
  RETURN b
  UNION ALL
  MATCH (:Municipality {id: $id})-[:HAS_BODY]->(b:Body)
  RETURN b
}
MATCH (b)<-[:MADE_BY]-(d:Decision)-[:HAS_VOTE]->(v:Vote)
WHERE NOT coalesce(d.repeated, false)
RETURN v.id AS vote, d.date AS date,
       COLLECT {
         MATCH (v)-[:HAS_BALLOT]->(x:Ballot)-[:CAST_BY]->(p)
         WHERE x.option IN ['for', 'against', 'abstain']
         RETURN x.option + ' ' + labels(p)[0] + ' ' + p.id AS ballot
         ORDER BY ballot
       } AS ballots
ORDER BY coalesce(toString(date), '') DESC, vote
LIMIT $limit
