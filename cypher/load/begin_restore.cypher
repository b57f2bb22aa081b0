// question: Note that a restore has begun: until it is done the graph is not whole.
// question_da: Noter, at en genskabelse er begyndt.
// parameters: none
MERGE (:Restoring {id: 'restore'})
