"""Names of committees and councils: found in text, and brought to one spelling by rule.

The rule needs no list of committees: a term of office is cut off, and parts joined by "og" get the hyphen and linking
-s of Danish spelling ("Beskæftigelse- og", "Beskæftigelses og" and "Beskæftigelses- og" are one).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.grammar.paragraphs import squeeze
from extract.grammar.vocabulary import body_words, compiled
from extract.mentions import BodyName

_TERM = re.compile(r"[\s,]*\(?(?P<first>(?:19|20)\d\d)\s?[-–/]\s?(?P<last>(?:19|20)?\d\d)\)?\s*$")
_YEAR = re.compile(r"[\s,]*\(?(?:19|20)\d\d\)?\s*$")
_JOINT = re.compile(r"(?P<word>[^\W\d_]+)(?P<hyphen>-?)(?P<joint>\s*(?:,\s*|\s(?:og|Og|OG|&)\s+))(?=\S)")
_AND = re.compile(r"\s(?:Og|OG|&)\s")
# The end of what a name goes on from: "Sundheds-, og ", "Kultur-og ", "Klima, - "
CUT_BEFORE = re.compile(
    r"[^\W\d_](?:-,\s?|-,?\s?(?:og|Og|OG|&|samt)\s|,\s-\s|-,\s[A-ZÆØÅ][a-zæøå]+(?<!udvalget),\sog\s)$"
)
# Signs that stand wrong in a name of several parts, and in any name
_MISPLACED = (
    (re.compile(r"(?<=[a-zæøå])-,?\s?(?P<and>og)\s"), r"- \g<and> "),  # "Kultur-og", "Sundheds-, og"
    (re.compile(r",\s-\s?(?=\w)"), "-, "),  # "Klima, - Teknik-"
    (re.compile(r"(?<=[a-zæøå])-\s?(?=[A-ZÆØÅ])"), "-, "),  # "Natur- Miljø-", "Klima-Teknik-"
)
_SMALL = re.compile(r"(?<=- og )[a-zæøå](?=\w*udvalg)")  # "Social- og handicapudvalget"
_MISSPELT = (
    (re.compile(r"(?<=[a-zæøå])-(?=udvalg)"), ""),  # "Miljø-udvalget"
    (re.compile(r"ss(?=udvalg)"), "s"),
)
_AFTER_NAME = re.compile(r"\s*\(?(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?\)?(?![\w.]|\s?[-–/]\d)")


@dataclass(frozen=True, slots=True)
class FoundBody:
    """A body named at `text[start:end]`."""

    body: BodyName
    start: int
    end: int


@cache
def _name() -> re.Pattern[str]:
    words = body_words()
    heads = "|".join(sorted(words.heads, key=len, reverse=True))
    whole = "|".join(sorted(map(re.escape, words.names), key=len, reverse=True))
    prefixes = "|".join(f"[{word[0].upper()}]{word[1:]}" for word in words.prefixes)
    word = rf"(?!\w{{0,40}}(?:{heads})(?!\w))[A-ZÆØÅ][\w.]{{0,40}}(?:-[A-ZÆØÅ]?\w{{1,40}}){{0,2}}"
    joint = r"\s(?:og|Og|OG|&)\s"
    misplaced = r"(?:(?:-,?)?\s|-)(?:og|Og|OG|&)\s"
    joined = rf"(?:(?:{word}(?:-\s?,\s?|-\s|,\s-\s)){{0,6}}{word}{misplaced}|(?:{word},\s?){{1,6}}{word}{joint})"
    headed = rf"(?:(?:Det|Den|De)\s[A-ZÆØÅ]\w+\s)?{joined}?[\w-]{{0,60}}(?:{heads})"
    kind = rf"(?:[A-ZÆØÅ][a-zæøå]+(?:ende|igt|elt|ske)\s)?(?:{prefixes})"
    listed = rf"{kind}\s(?:for|vedr\.|vedrørende|om)\s{word}-?(?:(?:-?,\s?|{joint}){word}-?){{0,8}}"
    described = (
        r"(?!(?:Et|Det|Dette|Hvert|Intet|Ethvert|Andet|Nyt)\s)[A-ZÆØÅ][a-zæøå]+(?:sk|lt|nt|igt|elt|ende)\sUdvalg(?:et)?"
    )
    return re.compile(rf"(?<![\w-])(?P<name>{listed}|(?:{whole})(?!\w)|{described}|{headed})s?(?!\w|-)")


def find_bodies(text: str) -> Iterator[FoundBody]:
    """All bodies that a text names, in order."""
    position = 0
    while match := _name().search(text, position):
        found = _read(text, match)
        if found:
            yield found
        position = found.end if found else match.start() + 1


def find_body(text: str, start: int = 0) -> FoundBody | None:
    """The first body named from a position on."""
    return next((found for found in find_bodies(text) if found.start >= start), None)


def body_at(text: str, position: int) -> FoundBody | None:
    """The body whose name begins exactly at a position."""
    match = _name().match(text, position)
    return _read(text, match) if match else None


def read_body(surface: str) -> BodyName:
    """A name that is known to be one of a body, brought to its spelling; the term is kept apart."""
    name = squeeze(surface).strip(" .,:;")
    term = None
    if match := _TERM.search(name):
        first, last = match["first"], match["last"]
        term = f"{first}-{last if len(last) == 4 else first[:2] + last}"
        name = name[: match.start()]
    name = _YEAR.sub("", name).strip(" .,:;") or name
    return BodyName(surface=squeeze(surface), name=_with_article(_spell(name)), term=term)


def initials(name: str) -> str:
    """The first letters of the words that a body's name is made of, with that of "udvalget": TKU."""
    words = [word for word in re.split(r"[\s,/-]+", name) if word and word not in {"og", "&", "samt", "for"}]
    letters = "".join(word[0].upper() for word in words)
    last = words[-1].lower() if words else ""
    return letters + "U" if last.endswith("udvalget") and last != "udvalget" else letters


def find_joint_body(text: str) -> FoundBody | None:
    """A meeting of several bodies, which is none of them: "Fællesmøde mellem Byrådet og Ældrerådet"."""
    bodies = list(find_bodies(text))
    match = compiled(body_words().joint_meeting).search(text, 0, bodies[0].start) if len(bodies) > 1 else None
    if match is None:
        return None
    start, end = match.start(), bodies[-1].end
    return FoundBody(BodyName(squeeze(text[start:end]), squeeze(text[start:end])), start, end)


def is_same(one: BodyName | None, other: BodyName | None) -> bool:
    """Whether two names are of one body."""
    return one is not None and other is not None and one.name.casefold() == other.name.casefold()


def _read(text: str, match: re.Match[str]) -> FoundBody | None:
    name = match["name"]
    if name.casefold() in body_words().common or not name[0].isupper():
        return None
    if CUT_BEFORE.search(text, max(0, match.start() - 30), match.start()):
        return None  # the rest of a name whose beginning cannot be read
    end = match.end("name")
    if after := _AFTER_NAME.match(text, end):
        end = after.end()
    surface = text[match.start("name") : end]
    return FoundBody(read_body(surface), match.start("name"), end)


def _spell(name: str) -> str:
    for sign, right in _MISSPELT:
        name = sign.sub(right, name)
    name = _AND.sub(" og ", name)
    head = name.split()[-1] if name.split() else ""
    if not head.casefold().endswith(body_words().heads) or " " not in name:
        return name
    for sign, right in _MISPLACED:
        name = sign.sub(right, name)
    name = _SMALL.sub(lambda match: match[0].upper(), name)
    return _JOINT.sub(_linked, name)


def _with_article(name: str) -> str:
    """A name as running text has it: "Byråd 2022-2025" in a header is "Byrådet"; "Det Lokale …råd" has its article."""
    if name.split(" ", 1)[0] in {"Det", "Den", "De"}:
        return name
    if name.endswith((" Udvalg", " udvalg")):
        return name  # "Teknisk Udvalg" goes without
    ending = next((ending for ending in body_words().articles if name.casefold().endswith(ending)), None)
    return name + body_words().articles[ending] if ending else name


def _linked(match: re.Match[str]) -> str:
    word = match["word"]
    if word.casefold().endswith(body_words().heads) or word.casefold() in {"for", "det", "den", "de"}:
        return match.group()
    needs_s = word.casefold().endswith(body_words().linking_s) and not word.casefold().endswith(
        body_words().linking_s_exceptions
    )
    joint = ", " if "," in match["joint"] else " og "
    return f"{word}{'s' if needs_s else ''}-{joint}"
