"""Which titles mean one law.

Merged by rule: "bekendtgørelse af lov om X" with "lov om X" (the publication of the law as it now reads), case, signs,
"m.v.", broken letters, a popular name that `extract/lexicon` or the text itself knows. Laws that change another law,
and titles with other years or numbers, stay apart. A bylaw is its municipality's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz.distance import OSA

from extract.entities import lexicon
from extract.entities.patterns import Patterns, load
from graph.identity.blocks import Pair, by_municipality, pairs
from graph.identity.judgements import Judgement, Reason, Verdict
from graph.identity.letters import damage, fold, is_broken, repaired
from graph.identity.named import Named, NamedKind

_KIND = NamedKind.LAW.value
_BRACKET = re.compile(r"\s*\([^()]*lov(?:en)?\)\s*$", re.IGNORECASE)
_LONG = 8  # letters of a word in which a slip is more likely than another word


class _Likeness(StrEnum):
    """In what two titles differ; the values are names of rules."""

    SPELLING = "same-title"
    BROKEN = "broken-letters"
    CONSOLIDATED = "consolidated"
    POPULAR = "popular-name"
    NUMBERED = "numbered"
    OTHER_NUMBER = "other-number"
    SLIP = "slip"


_MERGED = {
    _Likeness.SPELLING: 0.99,
    _Likeness.BROKEN: 0.97,
    _Likeness.CONSOLIDATED: 0.97,
    _Likeness.POPULAR: 0.95,
    _Likeness.NUMBERED: 0.9,
}
_ASKED = {_Likeness.OTHER_NUMBER: 0.2, _Likeness.SLIP: 0.3}


@dataclass(frozen=True, slots=True)
class LawTitle:
    """A title taken apart."""

    words: tuple[str, ...]  # folded, without publication, number and "m.v."
    number: str | None  # under which it was passed, with the day
    consolidated: bool
    amends: bool
    broken: bool

    @property
    def squeezed(self) -> str:
        """The words without spaces."""
        return "".join(self.words)

    @property
    def figures(self) -> list[str]:
        """Years and other numbers in it."""
        return [word for word in self.words if word.isdigit()]


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    patterns = load(Path(__file__).with_name("laws.toml"), Patterns)
    return {rule.name: rule.regex for rule in patterns.rules}


@cache
def _popular() -> dict[str, str]:
    """The official title of each popular name, both as compared; names that need a word beside them are left out."""
    laws = [law for law in lexicon.laws().laws if law.near is None]
    return {fold(name): " ".join(parse_law(law.title).words) for law in laws for name in law.popular}


@lru_cache(maxsize=65536)
def parse_law(printed: str) -> LawTitle:
    """Take a title apart."""
    rules = _rules()
    whole = fold(_BRACKET.sub("", repaired(printed).strip(" .,;")))
    amends = rules["amends"].search(whole) is not None
    bare = whole if amends else rules["consolidated_after"].sub("", rules["consolidated"].sub("", whole))
    bare = rules["consolidated_about"].sub("lov ", bare)
    passed = rules["passed"].match(bare)
    number = " ".join(filter(None, (passed["number"], passed["day"]))) if passed else None
    if passed and not amends:
        bare = passed["lov"] + bare[passed.end() :]
    bare = rules["and_so_on"].sub("", bare)
    return LawTitle(tuple(bare.split()), number, bare != whole and not passed, amends, is_broken(printed))


def judge_laws(names: Sequence[Named]) -> list[Judgement]:
    """Judge titles: those of the country, and each municipality's bylaws for themselves."""
    laws = [named for named in names if named.kind is NamedKind.LAW]
    found = [one for block in by_municipality(laws) for one in _judge_block(block)]
    return sorted(found, key=lambda judgement: judgement.key)


def _judge_block(names: Sequence[Named]) -> Iterator[Judgement]:
    for pair in pairs(names, _keys):
        likeness = _compare(*pair)
        if likeness is _Likeness.NUMBERED and len(_numbers(pair, names)) > 1:
            yield _judge(pair, Verdict.UNSURE, likeness, 0.4, "rivals", " | ".join(_numbers(pair, names)))
        elif likeness in _MERGED:
            yield _judge(pair, Verdict.SAME, likeness, _MERGED[likeness], "only-fit")
        elif likeness:
            yield _judge(pair, Verdict.UNSURE, likeness, _ASKED[likeness], "too-little")


def _judge(
    pair: Pair, verdict: Verdict, likeness: _Likeness, sure: float, code: str, detail: str | None = None
) -> Judgement:
    one, other = pair
    reason = Reason(code, detail or f"{one.name} | {other.name}")
    return Judgement(_KIND, one.id, other.id, verdict, rule=likeness.value, confidence=sure, reason=reason)


def _keys(named: Named) -> Iterator[str]:
    title = parse_law(named.name)
    yield title.squeezed[:8]
    yield f"… {title.squeezed[-8:]}"
    yield f"popular {_official(title)}"
    for stated in named.stated:
        yield f"popular {_official(parse_law(stated))}"


def _official(title: LawTitle) -> str:
    whole = " ".join(title.words)
    return _popular().get(whole, whole).replace(" ", "")


def _compare(one: Named, other: Named) -> _Likeness | None:
    here, there = parse_law(one.name), parse_law(other.name)
    if here.amends != there.amends:
        return None
    if here.squeezed == there.squeezed:
        return _compare_numbers(here, there)
    if here.figures != there.figures:
        return None
    if damage(*("".join(repaired(named.name).split()) for named in (one, other))) is not None:
        return _Likeness.BROKEN
    names = [{_official(parse_law(name)) for name in (named.name, *named.stated)} for named in (one, other)]
    if (not here.amends and _official(there) in names[0]) or _official(here) in names[1]:
        return _Likeness.POPULAR
    return _compare_words(here, there)


def _compare_numbers(here: LawTitle, there: LawTitle) -> _Likeness:
    if here.number and there.number and here.number != there.number:
        return _Likeness.OTHER_NUMBER
    if here.number != there.number:
        return _Likeness.OTHER_NUMBER if here.amends else _Likeness.NUMBERED
    if here.broken or there.broken:
        return _Likeness.BROKEN
    return _Likeness.CONSOLIDATED if here.consolidated or there.consolidated else _Likeness.SPELLING


def _numbers(pair: Pair, names: Sequence[Named]) -> list[str]:
    """The numbers under which laws of one title were passed: a later law may have the title of an earlier."""
    squeezed = parse_law(pair[0].name).squeezed
    titles = [parse_law(named.name) for named in names]
    return sorted({title.number for title in titles if title.number and title.squeezed == squeezed})


def _compare_words(here: LawTitle, there: LawTitle) -> _Likeness | None:
    if len(here.words) != len(there.words):
        return None
    odd = [pair for pair in zip(here.words, there.words, strict=True) if pair[0] != pair[1]]
    is_slip = len(odd) == 1 and min(map(len, odd[0])) >= _LONG and OSA.distance(*odd[0], score_cutoff=1) <= 1
    return _Likeness.SLIP if is_slip else None
