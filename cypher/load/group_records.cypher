// question: Which records are of these meetings, with their facts?
// question_da: Hvilke aflæsninger hører til disse møder?
// parameters: groups: list — natural ids of meetings
// columns: document, id, ordinal, group, start_time, facts
UNWIND $groups AS id
WITH *
MATCH (r:Record {group: id})<-[:HAS_RECORD]-(d:Document)
RETURN properties(d) AS document, r.id AS id, r.ordinal AS ordinal, r.group AS group, r.start_time AS start_time, r.facts AS facts
