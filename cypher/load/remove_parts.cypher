// question: Remove everything that belongs to these meetings alone.
// question_da: Fjern alt, som kun hører til disse møder.
// parameters: meetings: list — ids of meetings
UNWIND $meetings AS id
WITH *
MATCH (:Meeting {id: id})-[:HAS_EVIDENCE|HAS_ITEM|HAS_SECTION|HAS_RECOMMENDATION|HAS_STEP|HAS_DECISION|HAS_VOTE|HAS_BALLOT|HAS_EXPLANATION|HAS_REFERRAL|HAS_ATTACHMENT|HAS_NOTICE|HAS_FOLLOW_UP|HAS_REFERENCE|HAS_CONFLICT|HAS_CORRECTION|STATES|STATES_RENAME|HAS_MENTION*1..5]->(part)
WITH DISTINCT part
DETACH DELETE part
