// question: Take these references' targets away.
// question_da: Fjern henvisningernes mål.
// parameters: references: list — ids of references
UNWIND $references AS id
WITH *
MATCH (:Reference {id: id})-[r:REFERS_TO]->()
DELETE r
