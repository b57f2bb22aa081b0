"""Identifiers: values computed from content, lower case, printable, stable, without slash.

They are the same in Cypher, HTTP paths and RDF. An id comes from the thing's own content by rule, never from what else
the corpus holds, so a file that is added later changes none.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time

UNKNOWN = "ukendt"
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "đ": "d", "ł": "l", "ð": "d", "þ": "th"})
_TERM = re.compile(r"\(?\b(?:19|20)\d\d\s*[-–—]\s*(?:19|20)?\d\d\b\)?")
_JOINT = re.compile(r"(?P<stem>\w\w+?)(?P<link>s?-|s)?(?=\s*,|\s+(?:og|&)\s)")
# Nouns with these endings always take the linking -s in a compound (Retskrivningsordbogen § 18).
_LINKING_S = ("else", "hed", "ing", "skab", "dom", "ion", "itet", "sel")
_INDEFINITE = re.compile(r"(udvalg|råd|bestyrelse|nævn|kommission)$")


def slug(text: str) -> str:
    """Lower case, transliterated (æ ae, ø oe, å aa), everything else than letters and digits as one hyphen."""
    letters = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def join(*parts: str) -> str:
    """An id from the ids of its parts."""
    return ".".join(parts)


def municipality_id(name: str | None) -> str:
    """`Nordlev Kommune` → `nordlev`; `Region Nord` → `region-nord`; unknown → `ukendt`."""
    if not name:
        return UNKNOWN
    return slug(re.sub(r"s?\s+kommunes?$", "", name.strip(), flags=re.IGNORECASE)) or UNKNOWN


def _plain_joint(match: re.Match[str]) -> str:
    stem = match["stem"]
    return stem + ("s" if stem.casefold().endswith(_LINKING_S) else "")


def body_slug(name: str) -> str:
    """The id of a body inside its municipality, one for all spellings of its name.

    The term of office is cut off, the joints of a double name are brought to one form (`Beskæftigelse- og`,
    `Beskæftigelses og`, `Beskæftigelses- og`), and the definite form is used (`Byråd 2022-2025` is `byraadet`).
    """
    bare = " ".join(_TERM.sub(" ", name).replace("&", " og ").split()).strip(" .,:-")
    joined = _JOINT.sub(_plain_joint, bare)
    definite = _INDEFINITE.sub(
        lambda end: end[1] + ("n" if end[1].endswith("e") or end[1].endswith("ion") else "et"), joined.casefold()
    )
    return slug(definite) or UNKNOWN


def body_id(municipality: str, name: str | None) -> str:
    """`nordlev`, `Økonomiudvalget` → `nordlev.oekonomiudvalget`."""
    return join(municipality, body_slug(name) if name else UNKNOWN)


def term_id(body: str, term: str) -> str:
    """The term of office of a body: `nordlev.byraadet.2022-2025`."""
    return join(body, slug(term))


def meeting_id(body: str, day: date | None, start: time | None = None, document: str = "") -> str:
    """Body and date; `start` only for a second meeting of that body on that day; no date: the document's hash."""
    if day is None:
        return join(body, f"udateret-{document[:12]}")
    return join(body, day.isoformat() + (f"t{start:%H%M}" if start else ""))


def second_meeting_id(meeting: str, start: str) -> str:
    """The id of a later meeting of one body on one day, from the plain id and its start (`HH:MM`)."""
    return f"{meeting}t{start.replace(':', '')}"


def meeting_of(item: str) -> str:
    """The id of the meeting of a point: `nordlev.byraadet.2024-01-09.2` → `nordlev.byraadet.2024-01-09`."""
    return join(*item.split(".")[:3])


def page_id(body: str, day: date | None, document: str, ordinal: int) -> str:
    """What cannot be told to be the same meeting as another document's: with the document's hash in the key."""
    key = f"{day.isoformat() if day else 'udateret'}-{document[:12]}"
    return join(body, key if ordinal == 1 else f"{key}-{ordinal}")


def record_id(document: str, ordinal: int) -> str:
    """One meeting of one document."""
    return join(document, str(ordinal))


def evidence_id(document: str, ordinal: int, start: int, end: int, rule: str) -> str:
    """A place in a document, as one rule read it there for its `ordinal`-th meeting."""
    return join(document[:16], str(ordinal), f"{start}-{end}", slug(rule) or UNKNOWN)


def item_id(meeting: str, number: str | None, ordinal: int, repetition: int = 1) -> str:
    """Meeting and number (none: `p` and ordinal); a number that comes again in the meeting gets its repetition."""
    key = slug(number) if number else f"p{ordinal}"
    return join(meeting, key if repetition == 1 else f"{key}-{repetition}")


def case_number_id(municipality: str, number: str) -> str:
    """`nordlev`, `24/2210` → `nordlev.24-2210`."""
    return join(municipality, slug(number))


def part_id(whole: str, kind: str, *keys: str | int) -> str:
    """A part of a point or meeting by kind and key: `….38.vote-1`, `….38.decision-byraadet-2026-04-21`."""
    return join(whole, "-".join([kind, *(slug(str(key)) for key in keys)]))


def person_id(municipality: str, name: str) -> str:
    """A person in office in one municipality."""
    return join(municipality, slug(name) or UNKNOWN)


def party_id(municipality: str, name: str) -> str:
    """A party's group in one municipality."""
    return join(municipality, slug(name) or UNKNOWN)


def office_id(municipality: str, name: str) -> str:
    """A post or a part of the administration in one municipality."""
    return join(municipality, slug(name) or UNKNOWN)


def plan_id(municipality: str, name: str) -> str:
    """A plan in one municipality: `nordlev`, `Lokalplan 4.21` → `nordlev.lokalplan-4-21`."""
    return join(municipality, slug(name))


def topic_id(number: str) -> str:
    """A topic of KL's Emnesystematik, the same for all municipalities: `13.05.00` → `kle-13-05-00`."""
    return slug(f"KLE {number}")


def organisation_id(name: str, municipality: str | None) -> str:
    """A national organisation by name; a local one (with `municipality`) by municipality and name."""
    return slug(name) if municipality is None else join(municipality, slug(name))


def law_id(title: str, municipality: str | None = None) -> str:
    """A law by its title; a municipality's own bylaw by municipality and title."""
    return slug(title) if municipality is None else join(municipality, slug(title))


def provision_id(law: str, section: str, subsection: str | None) -> str:
    """A § of a law: `lov-om-kommunernes-styrelse.p23`, with stk.: `….p23-2`."""
    return join(law, f"p{slug(section)}" + (f"-{slug(subsection)}" if subsection else ""))
