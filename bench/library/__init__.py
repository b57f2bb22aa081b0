"""What the library of questions answers on the example minutes: `docs/queries.md`, drawings, examples of the API."""
