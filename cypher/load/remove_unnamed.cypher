// question: Remove what no meeting names any more.
// question_da: Fjern det, som intet møde længere nævner.
// parameters: ids: list — ids of nodes
UNWIND $ids AS id
WITH *
MATCH (n:__LABEL__ {id: id})
DETACH DELETE n
