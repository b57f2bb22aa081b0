// question: How many meetings were held, from when to when, and how many numbers are containers?
// question_da: Hvor mange møder er der, og fra hvornår?
// parameters: none
// columns: held, first_date, last_date, containers
RETURN COUNT { MATCH (m:Meeting) WHERE m.status = 'held' } AS held,
       COUNT { MATCH (n:CaseNumber) WHERE n.container } AS containers,
       COLLECT { MATCH (m:Meeting) RETURN min(m.date) AS day }[0] AS first_date,
       COLLECT { MATCH (m:Meeting) RETURN max(m.date) AS day }[0] AS last_date
