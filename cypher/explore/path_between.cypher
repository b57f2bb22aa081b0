// question: How are two things joined: what is a shortest way from one to the other?
// question_da: Hvordan hænger to ting sammen?
// parameters:
//   from: string — the id of a person, party, organisation, law, provision, case, case number, topic, point, meeting or body
//   to: string — the id of another
// columns: steps, way
// theme: graph
// next: neighbourhood
//
// Looked for over what bodies, points, decisions and votes say, at most ten steps. Municipalities are no way: they join
// everything.
// example: from=nordlev.jobkyst to=nordlev.23-10377
UNWIND [$from, $to] AS key
WITH *
CALL (key) {
  MATCH (n:Person {id: key}) RETURN n
  UNION ALL
  MATCH (n:Party {id: key}) RETURN n
  UNION ALL
  MATCH (n:Organisation {id: key}) RETURN n
  UNION ALL
  MATCH (n:Law {id: key}) RETURN n
  UNION ALL
  MATCH (n:Provision {id: key}) RETURN n
  UNION ALL
  MATCH (n:CaseNumber {id: key}) RETURN n
  UNION ALL
  MATCH (n:Topic {id: key}) RETURN n
  UNION ALL
  MATCH (n:AgendaItem {id: key}) RETURN n
  UNION ALL
  MATCH (n:Meeting {id: key}) RETURN n
  UNION ALL
  MATCH (n:Body {id: key}) RETURN n
}
WITH collect({key: key, node: n}) AS found
WITH head([one IN found WHERE one.key = $from | one.node]) AS a, head([one IN found WHERE one.key = $to | one.node]) AS b
WHERE a.id <> b.id
MATCH p = allShortestPaths((a)-[:HELD|HAS_ITEM|HAS_NUMBER|HAS_TOPIC|HAS_SUBTOPIC|PART_OF_CASE|MENTIONS|HAS_DECISION|HAS_VOTE|HAS_BALLOT|CAST_BY|MOVED_BY|HAS_ATTENDANCE|AT_MEETING|HAS_PROVISION|CONSISTS_OF|HAS_LINK|LINKS_TO*..10]-(b))
WITH length(p) AS steps,
     [n IN nodes(p) | labels(n)[0] + ' ' + coalesce(n.name, n.title, n.number, n.surface, n.id)] AS way,
     reduce(text = '', n IN nodes(p) | text + n.id + ' ') AS ids
RETURN steps, way
ORDER BY ids
LIMIT 1
