// question: What is each of these called, and how often? __LABEL__ is a label of graph/schema.toml.
// question_da: Hvad kaldes disse, og hvor tit?
// parameters: ids: list — ids of nodes
// columns: id, variants, times, printed, meetings
UNWIND $ids AS id
WITH *
MATCH (n:__LABEL__ {id: id})<-[r:NAMES]-(:Meeting)
RETURN n.id AS id, r.variants AS variants, r.times AS times, r.printed AS printed, count(*) AS meetings
