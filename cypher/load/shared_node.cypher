// question: Write what several meetings share; what the derived layer has set stays.
// question_da: Skriv det, som flere møder er fælles om.
// parameters: rows: rows — id, props (a null takes a property away)
UNWIND $rows AS row
WITH *
MERGE (n:__LABEL__ {id: row.id})
SET n += row.props
