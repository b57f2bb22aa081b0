"""Who is said to have decided where it is none of the municipality's bodies: a neighbour's council, a board, the state.

Their meetings are not in the corpus, and a date that is theirs means no meeting of it, not even one that was held on
that day.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from extract.entities.patterns import Strict
from extract.lexicon.authorities import authority_named
from graph import ids
from graph.threads.corpus import Reference

_PLACE = r"(?P<place>(?!Kommunes?\b)[A-ZÆØÅ][\w-]{2,})"
_DIGIT = re.compile(r"\d")
_ACTING = re.compile(r"(?:\)|\s*\([^()]*\))?,?\s+(?P<verb>\w+)\s+(?:\w+\s+)?")  # between a date and who decided then


class _Patterns(Strict):
    """`strangers.toml`."""

    municipal: tuple[str, ...]
    placed: tuple[str, ...]
    boards: tuple[str, ...]
    others: tuple[str, ...]
    own: str
    told: str


@cache
def _patterns() -> _Patterns:
    return _Patterns.model_validate(tomllib.loads((files("graph.threads") / "strangers.toml").read_text("utf-8")))


@cache
def _compiled(patterns: tuple[str, ...]) -> Sequence[re.Pattern[str]]:
    return [re.compile(pattern.replace("{place}", _PLACE)) for pattern in patterns]


@cache
def _own() -> re.Pattern[str]:
    return re.compile(_patterns().own, re.IGNORECASE)


@cache
def _told() -> re.Pattern[str]:
    return re.compile(_patterns().told)


def by_a_stranger(reference: Reference, municipality: str, names: Mapping[str, str]) -> bool:
    """Whether the date of a reference is said to be that of somebody else's decision.

    `names` are the municipality's own bodies (by id). Who stands nearest before the date decided then, unless an own
    body did so in the same breath ("Byrådet godkendte aftalen med Søby Kommune den 3. maj"); or who stands behind the
    date and its verb.
    """
    sentence = reference.sentence
    place = sentence.find(reference.surface) if reference.surface else -1
    if place < 0:
        return False
    digit = _DIGIT.search(reference.surface)
    day, end = place + (digit.start() if digit else 0), place + len(reference.surface)
    strangers = sorted(_strangers(sentence, municipality, names.values()))
    own = [span for span in map(re.Match.span, _own().finditer(sentence)) if not _touches(span, strangers)]
    return any(_decides(sentence, stranger, day, own) for stranger in strangers) or any(
        (between := _ACTING.fullmatch(sentence, end, start)) is not None
        and _told().fullmatch(between["verb"]) is not None
        for start, _ in strangers
    )


def _decides(sentence: str, stranger: tuple[int, int], day: int, own: Sequence[tuple[int, int]]) -> bool:
    """Whether who is named before a date is said to have decided then."""
    start, end = stranger
    if end > day or any(end <= other and until <= day for other, until in own):
        return False
    if _told().search(sentence, end, day):
        return True
    return not any(_told().search(sentence, until, start) for _, until in own if until <= start)


def _touches(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _strangers(sentence: str, municipality: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where a sentence names somebody else who decides."""
    patterns, known = _patterns(), [name.casefold() for name in names]
    for pattern in _compiled(patterns.municipal):
        yield from (one.span() for one in pattern.finditer(sentence) if not _is_here(one["place"], municipality))
    for pattern in _compiled(patterns.placed):
        for one in pattern.finditer(sentence):
            if authority_named(f"{one['place']} Kommune") and not _is_here(one["place"], municipality):
                yield one.span()
    for pattern in (*_compiled(patterns.boards), *_compiled(patterns.others)):
        for one in pattern.finditer(sentence):
            if not any(name.endswith(one[0].casefold().removesuffix("s")) for name in known):
                yield one.span()


def _is_here(place: str, municipality: str) -> bool:
    return ids.slug(place).removesuffix("s") == municipality.removesuffix("s")
