// question: Remove the meetings of this municipality that only other minutes tell of.
// question_da: Fjern de møder, som kun andre referater nævner.
// parameters: municipality: string — id
MATCH (m:Meeting {status: 'referenced'})
WHERE m.id STARTS WITH $municipality + '.'
DETACH DELETE m
