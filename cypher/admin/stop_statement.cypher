// question: Stop the user-typed statement that bears a mark.
// question_da: Stop den forespørgsel, som bærer et mærke.
// parameters:
//   mark: string
// columns: message
SHOW TRANSACTIONS YIELD transactionId, currentQuery WHERE currentQuery CONTAINS $mark
TERMINATE TRANSACTIONS transactionId YIELD message
RETURN message
