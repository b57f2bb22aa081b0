"""Case threads: what belongs to one matter across meetings, numbers and years.

Everything here is a pure function of a :class:`graph.threads.corpus.Corpus`, the part of one municipality that links
are made of; nothing reads or writes a store. ``graph/deriving.py`` reads the corpus and writes what comes out.
"""
