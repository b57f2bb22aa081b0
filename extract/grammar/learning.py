"""Headings of a form that no family has, learned from the document: lines that are alike but for an ascending number.

A document is its own example: in "KUL-41 Title", "2024/42 Title", "Dagsordenens 43. punkt: Title" what stands around
the number is the same from point to point. That proves nothing yet, for lists and titles ascend too ("Budget 2024",
"Etape 1"): the words around the number must be those of an agenda, what is learned is read as strictly as the families
that look like lists, and only where decisions stand under the headings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from extract.grammar.bodies import body_at
from extract.grammar.numbers import in_case_number
from extract.grammar.paragraphs import Paragraph
from extract.grammar.profiles import Profile, Way, profiles
from extract.grammar.titles import is_closed_title

LEARNED = "learned"
_FEWEST = 3  # headings; two numbers ascend by chance
_MOST = 3  # forms that are tried
_LONGEST = 200  # characters of a line that may head a point
_NEAR = 60  # characters from the beginning or the end of its line in which the number stands
_SIGHTED = 4  # numbers of a line that are looked at: a table has more
_YEARS = range(1900, 2100)
_WORDS = frozenset(
    (
        *("punkt", "pkt", "sag", "nr", "nummer", "no", "løbenr", "ad", "emne", "titel", "overskrift", "af", "på"),
        *("dagsorden", "dagsordenen", "dagsordenens", "dagsordenspunkt", "sagspunkt", "tillægspunkt"),
        *("åben", "åbent", "offentlig", "offentligt"),
    )
)
_CODE = re.compile(r"[A-ZÆØÅ]{1,4}")  # "KUL-41"
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]+|_+|\s+")
_KNOWN = frozenset(("", ".", ")", ":", "-", "–", "|"))  # signs after the number that families have


@dataclass(frozen=True, slots=True)
class _Sight:
    """A number in a line. `fixed`: the tokens between it and the end of the line; `free`: from it to the title."""

    number: int
    fixed: tuple[str, ...]
    free: tuple[str, ...]
    leads: bool  # the title follows the number

    @property
    def kind(self) -> tuple[object, ...]:
        """What it shares with the other headings of the document."""
        sign = self.free[0].strip() if self.free and not self.free[0][0].isalnum() else ""
        return (self.leads, sign, tuple(map(_plain, self.fixed)))


def learn_profiles(paragraphs: Sequence[Paragraph]) -> Iterator[Profile]:
    """Families that the document itself shows, those with most headings first."""
    kinds: dict[tuple[object, ...], list[_Sight]] = defaultdict(list)
    for paragraph in paragraphs:
        if len(paragraph.text) <= _LONGEST and not paragraph.is_row and not paragraph.first.bullet:
            for sight in _sights(paragraph.text.rstrip()):
                kinds[sight.kind].append(sight)
    runs = [run for run in map(_longest_run, kinds.values()) if len(run) >= _FEWEST]
    forms = {form: len(run) for run in runs if (form := _form(run))}
    numbered = profiles()[Way.NUMBERED]
    for form in sorted(forms, key=lambda one: -forms[one])[:_MOST]:
        yield numbered.model_copy(update={"name": LEARNED, "depth": -1, "form": form, "strict": True})


def _sights(text: str) -> Iterator[_Sight]:
    for match in islice(_NUMBER.finditer(text), _SIGHTED):
        start, end = match.span()
        if int(match.group()) in _YEARS or in_case_number(text, start, end):
            continue
        before, after = tuple(_TOKEN.findall(text[:start])), tuple(_TOKEN.findall(text[end:]))
        if start < _NEAR:
            yield _Sight(int(match.group()), before, after, leads=True)
        if before and len(text) - end < _NEAR:
            yield _Sight(int(match.group()), after, before[::-1], leads=False)


def _longest_run(sights: Sequence[_Sight]) -> list[_Sight]:
    """The longest run of numbers that follow each other one by one."""
    latest: dict[int, int] = {}
    before: list[int | None] = []
    lengths: list[int] = []
    for position, sight in enumerate(sights):
        earlier = latest.get(sight.number - 1)
        before.append(earlier)
        lengths.append(1 if earlier is None else lengths[earlier] + 1)
        latest[sight.number] = position
    at: int | None = max(range(len(sights)), key=lengths.__getitem__)
    run = []
    while at is not None:
        run.append(sights[at])
        at = before[at]
    return run[::-1]


def _form(run: Sequence[_Sight]) -> str | None:
    """The pattern of these headings; None where families have it."""
    one, shared = run[0], _shared([sight.free for sight in run], leads=run[0].leads)
    words = [token for token in (*one.fixed, *shared) if token[0].isalpha()]
    if not all(_is_of_agenda(word) for word in words) and not _is_body(one.fixed):
        return None
    if not one.leads:
        if not words and not "".join(shared).rstrip().endswith(("(", "[")):
            return None  # "Budget 2", "Havnevej 11"
        return rf"(?P<title>\S.*?){_pattern(shared[::-1])}(?P<number>\d{{1,4}}){_pattern(one.fixed)}"
    if not one.fixed and "".join(shared).strip() in _KNOWN:
        return None
    return rf"{_pattern(one.fixed)}(?P<number>\d{{1,4}}){_pattern(shared)}\s*(?P<title>.*)"


def _is_of_agenda(word: str) -> bool:
    return word.casefold() in _WORDS or _CODE.fullmatch(word) is not None


def _is_body(tokens: Sequence[str]) -> bool:
    """Whether the name of a body stands before the number, and beside it nothing but words of an agenda."""
    text = "".join(tokens)
    body = body_at(text, 0)
    return body is not None and all(_is_of_agenda(word) for word in re.findall(r"[^\W\d_]+", text[body.end :]))


def _shared(sides: Sequence[Sequence[str]], *, leads: bool) -> list[str]:
    """What stands between number and title in all of them: up to the last sign, or all where it is in small letters.

    Words that titles happen to share are theirs ("Orientering om …"), as are a word that says that a point is closed
    and an opening bracket.
    """
    columns = zip(*sides, strict=False)
    shared = [column[0] for column in takewhile(lambda column: len(set(map(_plain, column))) == 1, columns)]
    is_closed = is_closed_title("".join(shared))
    if is_closed or any(token[0].isupper() for token in shared):
        signs = [at for at, token in enumerate(shared) if not token[0].isalnum() and token.strip()]
        shared = shared[: signs[-1] + 1 if signs and not is_closed else 1]
    if shared and leads:
        shared = [*shared[:-1], *filter(None, [shared[-1].rstrip("([")])]
    return shared


def _pattern(tokens: Sequence[str]) -> str:
    return "".join(r"\s+" if token.isspace() else re.escape(token) for token in tokens)


def _plain(token: str) -> str:
    return " " if token.isspace() else token.casefold()
