// question: What are these parties, and how many ballots were cast for them?
// question_da: Hvilke partier er det?
// parameters:
//   ids: list — ids of parties
// columns: id, name, letters, municipality, ballot_count, item_count
UNWIND $ids AS key
WITH *
MATCH (x:Party {id: key})
OPTIONAL MATCH (m:Municipality {id: split(x.id, '.')[0]})
RETURN x.id AS id, x.name AS name, coalesce(x.letters, []) AS letters,
       {id: split(x.id, '.')[0], name: coalesce(m.name, split(x.id, '.')[0])} AS municipality,
       COUNT { MATCH (x)<-[:CAST_FOR_PARTY]-(:Ballot) } AS ballot_count,
       COUNT { MATCH (x)<-[:MENTIONS]-(:AgendaItem) } AS item_count
