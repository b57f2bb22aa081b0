// question: Which ids lead to things of this label that other names have too?
// question_da: Hvilke id'er fører til ting med flere navne?
// parameters: -
// columns: id, merged
MATCH (n:__LABEL__)
WHERE n.merged IS NOT NULL
RETURN n.id AS id, n.merged AS merged
