// question: Take the parts of these organisations away.
// question_da: Fjern disse organisationers dele.
// parameters: wholes: list — ids of organisations
UNWIND $wholes AS id
WITH *
MATCH (:Organisation {id: id})-[r:CONSISTS_OF]->()
DELETE r
