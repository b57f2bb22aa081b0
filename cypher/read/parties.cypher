// question: What are these parties, and how many ballots were cast for them, by a person or as a block?
// question_da: Hvilke partier er det?
// parameters:
//   ids: list — ids of parties
// columns: id, name, letters, municipality, ballot_count, item_count
UNWIND $ids AS key
WITH *
MATCH (x:Party {id: key})
OPTIONAL MATCH (m:Municipality {id: split(x.id, '.')[0]})
OPTIONAL MATCH (x)<-[:CAST_BY|CAST_FOR_PARTY]-(b:Ballot)<-[:HAS_BALLOT]-(:Vote)<-[:HAS_VOTE]-(d:Decision)
WHERE NOT coalesce(d.repeated, false)
WITH x, m, count(DISTINCT b) AS ballot_count
RETURN x.id AS id, x.name AS name, coalesce(x.letters, []) AS letters,
       {id: split(x.id, '.')[0], name: coalesce(m.name, split(x.id, '.')[0])} AS municipality,
       ballot_count,
       COUNT { MATCH (x)<-[:MENTIONS]-(:AgendaItem) } AS item_count
