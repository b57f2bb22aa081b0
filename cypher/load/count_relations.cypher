// question: How many relations are there of one kind?
// question_da: Hvor mange relationer er der af én slags?
// parameters: none
// columns: count
MATCH (:__FROM__)-[r:__TYPE__]->(:__TO__)
RETURN count(r) AS count
