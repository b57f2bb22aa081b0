// question: How often did somebody write in each municipality?
// question_da: Hvor ofte er der skrevet i hver kommune?
// parameters: -
// columns: id, taken
MATCH (t:Turn)
RETURN t.id AS id, t.taken AS taken
