// question: Was a restore begun and not finished?
// question_da: Er en genskabelse begyndt og ikke gjort færdig?
// parameters: none
// columns: id
MATCH (r:Restoring)
RETURN r.id AS id
