"""What a search looks for: the terms of a word, of a text, of a node of the graph, the same on every store.

Neither engine takes Danish compounds apart, and their Danish analyzers take endings off before they look at a
wildcard. So what is to be found is worked out here and kept as a property (`terms`): words without space, `_` or a sign
that a query language knows, divided by spaces. The full-text indexes only divide at those. A plain term is a word
without its ending, or a part of one. The others have a mark before them:

* ``title_``: the term stands in the title of a point;
* ``in_``: the municipality that it belongs to;
* ``word_``: a word of a name as it is written, and with æ, ø, å as ids spell them, for what somebody has begun to type;
* ``bare_``: its consonants, by which a name is found whose Danish letters were lost;
* ``number_``: a case number as ids spell it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from extract.version import version_of
from graph.identity.letters import HOLE, fold
from graph.ids import slug
from graph.schema import Row
from graph.words.compounds import take_apart
from graph.words.lexicon import load_lexicon

if TYPE_CHECKING:
    from snowballstemmer.danish_stemmer import DanishStemmer

LONGEST = 60  # letters of a word that is looked for
POINT = "AgendaItem"
NUMBER = "CaseNumber"
# What of a node bears its names, for each label that a search finds; of a point its text too.
NAMED: Mapping[str, tuple[str, ...]] = {
    "Municipality": ("name",),
    "Body": ("name", "aliases"),
    "Person": ("name", "aliases"),
    "Party": ("name", "letters"),
    "Plan": ("name", "area"),
    "Organisation": ("name", "aliases"),
    "Law": ("title", "popular_names", "aliases"),
    "Case": ("title",),
}
SEARCHABLE = (POINT, NUMBER, *NAMED)
_WORD = re.compile(rf"[^\W_](?:[^\W_]|{HOLE})*|{HOLE}[^\W_](?:[^\W_]|{HOLE})*")
_VOWELS = re.compile(rf"[aeiouy\s{HOLE}]+")
_STEMMING = Lock()  # the stemmer keeps the word at hand in itself, and a server asks from several threads


@cache
def terms_version() -> str:
    """Of the rules by which terms are made: another one where what stands in a store is to be made anew."""
    return f"{version_of(rule_files())}-{version('snowballstemmer')}"


def rule_files() -> Iterator[Path]:
    """The files by which terms are made: this room, and how names and ids are spelled."""
    room = Path(__file__).parent
    yield from room.rglob("*")
    yield from (room.parent / "identity" / name for name in ("letters.py", "letters.toml"))
    yield room.parent / "ids.py"


def words(text: str) -> list[str]:
    """The words of a text in lower case, in order. A lost letter (`HOLE`) is a letter."""
    found = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    return [word for word in found if len(word) <= LONGEST]


@lru_cache(maxsize=2**17)
def term(word: str) -> str:
    """A word in lower case without its ending."""
    with _STEMMING:
        return str(_stemmer().stemWord(load_lexicon().words.get(word, word)))


@cache
def _stemmer() -> DanishStemmer:
    from snowballstemmer.danish_stemmer import DanishStemmer

    return DanishStemmer()


@lru_cache(maxsize=2**17)
def terms(word: str) -> frozenset[str]:
    """The terms under which a word in lower case is found: its own, of its parts, and of parts that stand together."""
    parts = take_apart(word)
    joined = {
        "".join(part.printed for part in parts[start : end - 1]) + parts[end - 1].base
        for start in range(len(parts))
        for end in range(start + 1, len(parts) + 1)
        if end - start < len(parts)
    }
    return frozenset({term(word)}.union(*map(terms, joined - {word})))


def _all_terms(text: str) -> Iterator[str]:
    for word in words(text):
        yield from sorted(terms(word))


def spellings(word: str) -> tuple[str, ...]:
    """A word as it is written, and with æ, ø, å as ids spell them."""
    return tuple(dict.fromkeys((word, fold(word).replace(" ", ""))))


def bare(word: str) -> str:
    """The consonants of a word: what is left where Danish letters were lost or written otherwise."""
    return _VOWELS.sub("", fold(word))


def scope_term(id_: str) -> str:
    """The term of the municipality that an id belongs to, or of itself; also of what a reader typed for an id."""
    return "in_" + slug(id_.partition(".")[0]).replace("-", "_")


def number_term(number: str) -> str:
    """The term of a case number, the same for all its spellings: `24/2210` and `24-2210`."""
    return "number_" + slug(number).replace("-", "_")


def node_terms(label: str, row: Row) -> str | None:
    """The terms of a node, divided by spaces; None for a label that no search finds, and a row without its names."""
    if label == POINT:
        return " ".join(dict.fromkeys(_point(row)))
    if label == NUMBER:
        return number_term(row["number"]) if row.get("number") else None
    if label not in NAMED:
        return None
    found = list(dict.fromkeys(_named(row, NAMED[label])))
    return " ".join(found) if found else None


def _point(row: Row) -> Iterator[str]:
    yield scope_term(row["id"])
    in_title = list(_all_terms(row.get("title") or ""))
    yield from (f"title_{one}" for one in in_title)
    yield from in_title
    yield from _all_terms(row.get("text") or "")


def _named(row: Row, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        value = row.get(name)
        for text in value if isinstance(value, list) else [value or ""]:
            for word in words(text):
                yield from sorted(terms(word))
                yield from (f"word_{form}" for form in spellings(word))
                if consonants := bare(word):
                    yield f"bare_{consonants}"
