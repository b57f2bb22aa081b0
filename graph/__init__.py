"""Records in, graph out: the store, identity, case threads, loading, RDF. Parses no text."""
