"""Danish order: æ, ø, å after z, and ``aa`` as å (Retskrivningsordbogen § 3).

Servers sort text by code point, where Å comes before Æ and Ø. The lists of names are therefore ordered by a key that
is made alike here and in ``cypher/read`` (``danish_key`` in the queries); a test compares the two.
"""

from __future__ import annotations

# The four characters after z in code point order stand for the letters after z in the alphabet.
_ORDER = (("aa", "}"), ("æ", "{"), ("ä", "{"), ("ø", "|"), ("ö", "|"), ("å", "}"), ("é", "e"), ("ü", "y"))


def danish_key(text: str) -> str:
    """A key under which code point order is Danish order, case apart."""
    key = text.lower()
    for letter, stand_in in _ORDER:
        key = key.replace(letter, stand_in)
    return key
