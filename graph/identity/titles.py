"""Names of municipal bodies taken apart: the head (udvalg, råd …) and the words that say which body it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from extract.entities.patterns import Strict, load
from graph import ids
from graph.identity.letters import fold, is_broken, repaired

_TERM = re.compile(r"\(?\b(?:19|20)\d\d\s*[-–—/]\s*(?:19|20)?\d\d\b\)?")
_WORD = re.compile(r"[^\W_]+")
_ARTICLE = r"(?:e?ts?|e?ns?|mets?|s)?"
_ABBREVIATION = re.compile(r"[^\W\d_a-zæøå][\w&.]{1,7}")
_SHORTEST_STEM = 3
_ADMINISTRATION = "kommune"


class _Bodies(Strict):
    heads: tuple[str, ...]
    councils: tuple[str, ...]
    joint: tuple[str, ...]
    sorts: tuple[str, ...]
    empty: tuple[str, ...]


@cache
def _data() -> _Bodies:
    return load(Path(__file__).with_name("bodies.toml"), _Bodies)


@dataclass(frozen=True, slots=True)
class BodyTitle:
    """A name of a body."""

    squeezed: str  # folded, without spaces and hyphens, in the definite form
    head: str | None  # "udvalg"
    parts: tuple[str, ...]  # the words that say which: casefolded, in their order, without the letters that link them
    leads: bool  # the head stands first: "Udvalget for …"
    is_council: bool
    is_joint: bool  # a meeting of several bodies
    abbreviation: str | None  # folded, where the name is nothing else
    broken: bool

    @property
    def is_common(self) -> bool:
        """ "Udvalget" alone, which means the body of the meeting."""
        return self.head is not None and not self.parts

    def initials(self) -> frozenset[str]:
        """The abbreviations that the words allow, folded: BBU; with the "og" BOBU, with the head in front UBU."""
        if not self.head or self.abbreviation or self.is_joint:
            return frozenset()
        letters, head = "".join(fold(part[0]) for part in self.parts), fold(self.head[0])
        found = {letters + head}
        if len(self.parts) > 1:
            found.add("".join(fold(part[0]) for part in self.parts[:-1]) + "o" + fold(self.parts[-1][0]) + head)
        if self.leads:
            found |= {head + letters, head + "f" + letters}
        return frozenset(one for one in found if len(one) > 1)


@lru_cache(maxsize=65536)
def parse_title(printed: str, municipality: str | None) -> BodyTitle:
    """Take the name of a body apart; the name of its own municipality (an id) before or after it says nothing."""
    bare = " ".join(_TERM.sub(" ", repaired(printed)).replace("&", " og ").split()).strip(" .,:;-")
    plain = _without_place(_sort().sub("", bare), municipality)
    head, parts, leads = _parts(plain.casefold())
    return BodyTitle(
        squeezed=ids.body_slug(_without_genitive(plain)).replace("-", ""),
        head=head,
        parts=parts,
        leads=leads,
        is_council=_council().fullmatch(plain.casefold()) is not None,
        is_joint=plain.casefold().startswith(_data().joint),
        abbreviation=_abbreviation(printed.strip()),
        broken=is_broken(printed),
    )


def _abbreviation(printed: str) -> str | None:
    letters = [sign for sign in printed if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    short = _ABBREVIATION.fullmatch(printed) is not None and capitals >= max(2, len(letters) - 1)
    return fold(printed.replace("&", "")).replace(" ", "") if short else None


@cache
def _sort() -> re.Pattern[str]:
    """The sort of meeting at the end."""
    return re.compile(rf"[\s,(]+(?:[-–:]\s*)?(?:{'|'.join(_data().sorts)})\)?$", re.IGNORECASE)


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"(?P<stem>.*?)(?P<head>{'|'.join(_data().heads)}){_ARTICLE}")


def _without_genitive(name: str) -> str:
    return name[:-1] if re.search(r"(?:et|en|met)s$", name) else name


@cache
def _council() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_data().councils)}){_ARTICLE}")


def _without_place(name: str, municipality: str | None) -> str:
    """The name without "Nordlev Kommunes" before it and "i Nordlev Kommune" after it."""
    if not municipality:
        return name
    words = name.split()
    for length in range(len(words) - 1, 0, -1):
        front, back = (fold(" ".join(part)) for part in (words[:length], words[length:]))
        if front in _places(municipality):
            return " ".join(words[length:])
        if back.startswith(("i ", "for ")) and back.partition(" ")[2] in _places(municipality):
            return " ".join(words[:length])
    return name


@lru_cache(maxsize=1024)
def _places(municipality: str) -> frozenset[str]:
    place = municipality.replace("-", " ")
    return frozenset({place, f"{place}s", f"{place} {_ADMINISTRATION}", f"{place} {_ADMINISTRATION}s"})


def _parts(name: str) -> tuple[str | None, tuple[str, ...], bool]:
    """Head, words and whether the head stands first."""
    words = [word for word in _WORD.findall(name) if word not in _data().empty]
    for place in (len(words) - 1, *range(len(words) - 1)):
        if words and (match := _head().fullmatch(words[place])):
            rest = [*words[:place], match["stem"], *words[place + 1 :]] if match["stem"] else _others(words, place)
            return match["head"], tuple(_stem(word) for word in rest), place < len(words) - 1
    return None, tuple(_stem(word) for word in words), False


def _others(words: Sequence[str], place: int) -> list[str]:
    return [word for at, word in enumerate(words) if at != place]


def _stem(word: str) -> str:
    """A word without the letters that link it to the next, or that inflect it."""
    for ending in ("es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
