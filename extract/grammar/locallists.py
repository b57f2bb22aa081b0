"""Local lists: the letters that a document gives them, by the fullest name that it prints.

A local list is no party of the country's lexicon: only the document says that T is Tværlisten. Where it says so with a
sign or word ("T = Søbys Fremtid", "Med (T) menes Søbys Fremtid"), any name will do; where letters only stand beside a
name ("Tværlisten Søby (T)", "T: Tværlisten"), it must have the form of a list's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# "Tværlisten", "Borgerlisten Søby", "Midtpartiet", "Øens Beboerliste"
LIST_NAME = (
    r"(?:[A-ZÆØÅ][\wæøå-]*(?:[Ll]isten?|[Pp]artiet|[Dd]emokraterne)(?: [A-ZÆØÅ][\wæøå]+)?"
    r"|[A-ZÆØÅ][\wæøå-]*s [A-ZÆØÅa-zæøå]*(?:[Ll]iste|[Pp]arti))"
)
_ANY_NAME = r"[A-ZÆØÅ][^.,;:()=]{3,50}?(?=\s*(?:[.,;]|$))"
_LETTERS = r"(?P<letters>[A-ZÆØÅ]{1,2})"
_HINTS = (
    "iste",
    "artiet",
    "emokraterne",
    "=",
    "enes",
    "etyder",
    "står for",
    "forstås",
)  # one stands in every line that says it
_FORMS = tuple(
    re.compile(form)
    for form in (
        # "T = Tværlisten", "Liste T er Søbys Fremtid", "(L) betyder Landlisten"
        rf"(?:^|[.;,:]\s*)(?:[Ll]iste )?\(?{_LETTERS}\)?\s*=\s*(?P<name>{_ANY_NAME})",
        rf"(?<!\w)[Ll]iste \(?{_LETTERS}\)? (?:er|betyder|står for)\s+(?P<name>{_ANY_NAME})",
        rf"(?<![\w(])\(?{_LETTERS}\)? (?:er|betyder|står for) (?P<name>{LIST_NAME})(?!\w)",
        # "Med (Y) menes Øens Beboerliste"
        rf"(?<!\w)(?:[Mm]ed|[Vv]ed) (?:[Ll]iste |bogstavet )?\(?{_LETTERS}\)? (?:menes|forstås) (?P<name>{_ANY_NAME})",
        rf"(?<!\w){_LETTERS} ?[:–-] (?P<name>{LIST_NAME})(?!\w)",
        rf"(?<!\w)(?P<name>{LIST_NAME}) \((?:[Ll]iste )?{_LETTERS}\)",
        rf"(?<!\w)(?P<name>{LIST_NAME}), [Ll]iste {_LETTERS}(?!\w)",
        # "Anna Berg (T), valgt på Tværlisten"
        rf"\({_LETTERS}\),? (?:valgt|opstillet) (?:på|for|af) (?P<name>{LIST_NAME})(?!\w)",
    )
)


def read_lists(texts: Iterable[str]) -> dict[str, str]:
    """Local lists by their letters; a name gives way to a longer one that begins with it: "Tværlisten Søby"."""
    found: dict[str, str] = {}
    for letters, name in _lists(texts):
        if not found.get(letters, "").startswith(f"{name} "):
            found[letters] = name
    return found


def _lists(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        if any(hint in text for hint in _HINTS):
            for form in _FORMS:
                yield from ((match["letters"], match["name"]) for match in form.finditer(text))
