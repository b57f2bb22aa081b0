// question: How many meetings, points, cases and numbers are there, from when to when?
// question_da: Hvor mange møder, punkter og sager er der, og fra hvornår?
// parameters: none
// columns: meetings_held, items, cases, case_numbers, containers, votes, ballots, first_date, last_date
//
// Numbers are those that points carry, not those that are only mentioned. A vote that other minutes quote counts once.
RETURN COUNT { MATCH (m:Meeting) WHERE m.status = 'held' } AS meetings_held,
       COUNT { MATCH (i:AgendaItem) } AS items,
       COUNT { MATCH (c:Case) } AS cases,
       COUNT { MATCH (n:CaseNumber) WHERE EXISTS { MATCH (n)<-[:HAS_NUMBER]-(:AgendaItem) } } AS case_numbers,
       COUNT { MATCH (n:CaseNumber) WHERE n.container } AS containers,
       COUNT { MATCH (d:Decision)-[:HAS_VOTE]->(:Vote) WHERE NOT coalesce(d.repeated, false) } AS votes,
       COUNT { MATCH (d:Decision)-[:HAS_VOTE]->(:Vote)-[:HAS_BALLOT]->(:Ballot) WHERE NOT coalesce(d.repeated, false) } AS ballots,
       COLLECT { MATCH (m:Meeting) WHERE m.status <> 'referenced' RETURN min(m.date) AS day }[0] AS first_date,
       COLLECT { MATCH (m:Meeting) WHERE m.status <> 'referenced' RETURN max(m.date) AS day }[0] AS last_date
