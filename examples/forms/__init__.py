"""The forms in which the example minutes are printed: PDF, text, and agenda JSON, from one readable source each."""
