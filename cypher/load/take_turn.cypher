// question: Take the turn of a municipality: nobody else writes there until this transaction ends.
// question_da: Tag turen i kommunen: ingen anden skriver der, før transaktionen slutter.
// parameters: municipality: string — id, or '-' for the names that all share
// columns: taken
// It changes each time: what sets a property to the value that it has already is no conflict to ArcadeDB.
MERGE (t:Turn {id: $municipality})
SET t.taken = coalesce(t.taken, 0) + 1
RETURN t.taken AS taken
