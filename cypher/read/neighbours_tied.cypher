// question: Which links lead from these points to some others, and who of some others voted at them?
// question_da: Hvilke af nogle andre fører punkterne videre til, og hvem af dem stemte ved dem?
// parameters:
//   ids: list — ids of points
//   among: map — what they may be tied to, each id as a key
// columns: id, leaving, arriving
//
// Few points have either. Asked for beside `neighbours_among` and not in it: two subqueries for each node cost the
// embedded engine three times as much.
UNWIND $ids AS key
WITH *
MATCH (n:AgendaItem {id: key})-[:HAS_LINK]->(:Link {status: 'accepted', joins: false})-[:LINKS_TO]->(o:AgendaItem)
WHERE $among[o.id] IS NOT NULL
WITH n.id AS id, 'LINKS_TO AgendaItem ' + o.id AS tie ORDER BY id, tie
RETURN id, collect(tie) AS leaving, [] AS arriving
UNION ALL
UNWIND $ids AS key
WITH *
MATCH (n:AgendaItem {id: key})-[:HAS_DECISION]->(:Decision)-[:HAS_VOTE]->(:Vote)-[:HAS_BALLOT]->(x:Ballot)-[:CAST_BY]->(o)
WHERE $among[o.id] IS NOT NULL
WITH n.id AS id, 'VOTED_' + toUpper(x.option) + ' ' + labels(o)[0] + ' ' + o.id AS tie ORDER BY id, tie
RETURN id, [] AS leaving, collect(tie) AS arriving
