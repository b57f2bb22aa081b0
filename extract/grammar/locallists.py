"""Local lists: the letters that a document gives them, by the fullest name that it prints.

A local list is no party of the country's lexicon: only the document says that T is Tværlisten. Over the points, where
it explains itself ("T = Søbys Fremtid"), any name will do; in the text of points letters mean much else ("B = bro over
havnen"), so there the name must have the form of a list's, and the letters be none that the country knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.lexicon.parties import party_named

# "Tværlisten", "Borgerlisten Søby", "Midtpartiet", "Øens Beboerliste"
LIST_NAME = (
    r"(?:[A-ZÆØÅ][\wæøå-]*(?:[Ll]isten|[Pp]artiet|[Dd]emokraterne)(?: [A-ZÆØÅ][\wæøå]+)?"
    r"|[A-ZÆØÅ][\wæøå-]*s (?:[A-ZÆØÅ][a-zæøå]*(?:liste|parti)|Liste|Parti))"
)
_ANY_NAME = r"[A-ZÆØÅ][^.,;:()=]{3,50}?(?=\s*(?:[.,;]|$))"
_LETTERS = r"(?P<letters>[A-ZÆØÅ]{1,2})"
_MEANT = rf"(?:[Mm]ed|[Vv]ed) (?:[Ll]iste |bogstavet )?\(?{_LETTERS}\)?"
_HINTS = ("iste", "artiet", "emokraterne", "=", "menes", "betyder", "står for", "forstås")
"""One of these stands in every line that says what letters mean."""
_FORMS = tuple(
    re.compile(form)
    for form in (
        # "T = Tværlisten", "(L) betyder Landlisten", "Med (Y) menes Øens Beboerliste"
        rf"(?<![\w(])\(?{_LETTERS}\)? (?:=|er|betyder|står for) (?P<name>{LIST_NAME})(?!\w)",
        rf"(?<!\w){_MEANT} (?:menes|forstås) (?P<name>{LIST_NAME})(?!\w)",
        rf"(?<!\w)(?<!område )(?<!afsnit ){_LETTERS} ?[:–-] (?P<name>{LIST_NAME})(?!\w)",
        rf"(?<!\w)(?P<name>{LIST_NAME}) \((?:[Ll]iste )?{_LETTERS}\)",
        rf"(?<!\w)(?P<name>{LIST_NAME}), [Ll]iste {_LETTERS}(?!\w)",
        # "Anna Berg (T), valgt på Tværlisten"
        rf"\({_LETTERS}\),? (?:valgt|opstillet) (?:på|for|af) (?P<name>{LIST_NAME})(?!\w)",
    )
)
_EXPLAINED = tuple(
    re.compile(form)
    for form in (
        rf"(?:^|[.;,:]\s*)(?:[Ll]iste )?\(?{_LETTERS}\)?\s*=\s*(?P<name>{_ANY_NAME})",
        rf"(?<!\w)[Ll]iste \(?{_LETTERS}\)? (?:er|betyder|står for)\s+(?P<name>{_ANY_NAME})",
        rf"(?<!\w){_MEANT} (?:menes|forstås) (?P<name>{_ANY_NAME})",
    )
)


def read_lists(head: Iterable[str], text: Iterable[str] = ()) -> dict[str, str]:
    """Local lists by their letters, as the head explains them and the text names them.

    A name gives way to a longer one that begins with it: "Tværlisten Søby".
    """
    found: dict[str, str] = {}
    in_text = ((letters, name) for letters, name in _lists(text, _FORMS) if party_named(letters, None) is None)
    for letters, name in (*_lists(head, (*_EXPLAINED, *_FORMS)), *in_text):
        if letters not in found or name.startswith(f"{found[letters]} "):
            found[letters] = name
    return found


def _lists(texts: Iterable[str], forms: Sequence[re.Pattern[str]]) -> Iterator[tuple[str, str]]:
    for text in texts:
        if any(hint in text for hint in _HINTS):
            for form in forms:
                yield from ((match["letters"], match["name"]) for match in form.finditer(text))
