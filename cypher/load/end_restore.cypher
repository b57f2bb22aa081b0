// question: Note that the restore is done.
// question_da: Noter, at genskabelsen er færdig.
// parameters: none
MATCH (r:Restoring)
DELETE r
