// question: Remove the memberships in this municipality's bodies.
// question_da: Fjern medlemskaber af kommunens organer.
// parameters: municipality: string — id
MATCH (:Municipality {id: $municipality})-[:HAS_BODY]->(:Body)<-[r:MEMBER_OF]-(:Person)
DELETE r
