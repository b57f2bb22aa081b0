"""A page of a source file as it is printed, so that a reader sees where a fact stands.

Nothing here changes what is read: `placing` reads a page again and tells where each character of a document's text
stands on it, `painting` makes a picture of the page, with what was masked at reading painted over.
"""
