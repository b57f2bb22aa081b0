"""Which names of organisations mean one organisation.

A local name is compared with those of its municipality and with what the whole country knows, never with another
municipality's. Merged by rule: spacing, case, hyphens, "&", broken letters, the abbreviation in brackets, names that
the lexicon knows or a text states; a legal form that only one of them prints, if both are in use at one time and the
other is by its name no association; a genitive. Different words are different organisations, and so are different
numbers; å and a are different letters, unless the name shows that its letters are broken. A slip, an article, another
order, initials without brackets, two legal forms, a Danish letter without its mark are for a person to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz.distance import OSA

from extract.entities import lexicon
from extract.entities.patterns import Strict, load
from graph.identity import grounds
from graph.identity.blocks import Pair, by_municipality, pairs
from graph.identity.judgements import Judgement, Partition, Reason, Verdict, partition
from graph.identity.letters import Damage, damage, fold, is_broken, repaired
from graph.identity.named import Named, NamedKind

_KIND = NamedKind.ORGANISATION.value
_BRACKET = re.compile(r"\s*\((?P<inside>[^()]*)\)\s*$")
_CONSONANTS_ONLY = re.compile("[aeiouy\ufffd]")
_ARTICLES = ("en", "et", "n", "ne")
_LONG = 8  # letters of a name in which a slip is more likely than another name
_SHORTEST_INITIALS = 3
_SHORTEST_PLAIN = 5  # letters of a name whose Danish letters may have lost their marks


class _Forms(Strict):
    """`organisations.toml`."""

    forms: dict[str, tuple[str, ...]]
    companies: frozenset[str]
    associations: tuple[str, ...]


class _Likeness(StrEnum):
    """In what two names of organisations differ; the values are names of rules."""

    SPACING = "spacing"
    KNOWN = "known-names"  # names of one organisation that the whole country knows
    BROKEN = "broken-letters"
    PLAIN = "plain-letters"  # Danish letters lost their marks
    STATED = "stated-name"
    FORM = "legal-form"
    BRACKET = "abbreviation-in-brackets"
    GENITIVE = "genitive"
    INITIALS = "initials"
    FORMS = "two-legal-forms"
    ENDING = "ending"
    ORDER = "order"
    SLIP = "slip"


_MERGED = {
    _Likeness.SPACING: 0.99,
    _Likeness.KNOWN: 0.97,
    _Likeness.BROKEN: 0.96,
    _Likeness.PLAIN: 0.9,
    _Likeness.STATED: 0.93,
    _Likeness.FORM: 0.95,
    _Likeness.BRACKET: 0.93,
    _Likeness.GENITIVE: 0.85,
}
_ASKED = {
    _Likeness.INITIALS: 0.3,
    _Likeness.FORMS: 0.2,
    _Likeness.ENDING: 0.5,
    _Likeness.ORDER: 0.4,
    _Likeness.SLIP: 0.3,
}


@dataclass(frozen=True, slots=True)
class Title:
    """A name of an organisation taken apart."""

    squeezed: str  # folded, without spaces, legal form and abbreviation in brackets
    letters: str  # the same, not folded; none where there is a legal form
    words: tuple[str, ...]
    form: str | None
    short: str | None  # the abbreviation in brackets, folded
    broken: bool

    @property
    def numbers(self) -> list[str]:
        """The numbers in it."""
        return re.findall(r"\d+", " ".join(self.words))

    @property
    def initials(self) -> str:
        """The first letters of its words."""
        return "".join(word[0] for word in self.words if word != "og")


@cache
def _forms() -> _Forms:
    return load(Path(__file__).with_name("organisations.toml"), _Forms)


@cache
def _endings() -> list[tuple[str, str]]:
    forms = _forms().forms
    spelt = [(fold(spelling), form) for form, spellings in forms.items() for spelling in spellings]
    return sorted(spelt, key=lambda pair: -len(pair[0]))


@lru_cache(maxsize=65536)
def parse_organisation(printed: str) -> Title:
    """Take a name apart."""
    whole = repaired(printed).replace("&", " og ").strip(" .,;")
    short = None
    if bracket := _BRACKET.search(whole):
        inside, outside = fold(bracket["inside"]).replace(" ", ""), whole[: bracket.start()]
        if inside and fold(outside) and _is_short_for(inside, _initials(outside)):
            short, whole = inside, outside
        elif fold(bracket["inside"]) in dict(_endings()):
            whole = f"{outside} {bracket['inside']}"
    words, form = _without_form(fold(whole).split())
    letters = "".join(re.findall(r"[^\W_]|\ufffd", whole.casefold()))
    letters = letters if form is None else ""
    return Title("".join(words), letters, tuple(words), form, short, is_broken(printed))


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold(name).split())


def _is_short_for(short: str, initials: str) -> bool:
    """Whether every letter of an abbreviation begins a word of the name, in their order: "FVD" of "… Væk-Danmark"."""
    places = iter(initials)
    return short[:1] == initials[:1] and all(letter in places for letter in short)


def _without_form(words: list[str]) -> tuple[list[str], str | None]:
    for ending, form in _endings():
        spelt = ending.split()
        if len(words) > len(spelt):
            if words[-len(spelt) :] == spelt:
                return words[: -len(spelt)], form
            if words[: len(spelt)] == spelt:
                return words[len(spelt) :], form
    return words, None


def judge_organisations(names: Sequence[Named]) -> list[Judgement]:
    """Judge the names of organisations: each municipality's with its own and the national ones."""
    blocks = by_municipality([named for named in names if named.kind is NamedKind.ORGANISATION])
    national = next((block for block in blocks if block[0].municipality is None), [])
    found = list(_judge_block(national))
    for block in blocks:
        if block is not national:
            local = {named.id for named in block}
            found += [one for one in _judge_block([*national, *block]) if not local.isdisjoint(one.pair)]
    return sorted(set(found), key=lambda judgement: judgement.key)


def _judge_block(names: Sequence[Named]) -> Iterator[Judgement]:
    alike: dict[_Likeness, list[Pair]] = {}
    for one, other in pairs(sorted(names, key=lambda named: named.id), _keys):
        if likeness := _compare(one, other):
            alike.setdefault(likeness, []).append((one, other))
    found: list[Judgement] = []
    for likeness in _MERGED:
        known = partition(found)
        found += [_merge(pair, likeness, alike[likeness], known) for pair in alike.get(likeness, [])]
    yield from found
    for likeness in _ASKED:
        for pair in alike.get(likeness, []):
            yield _ask(pair, likeness, Reason("too-little", _both(pair)))


def _keys(named: Named) -> Iterator[str]:
    """What two names must share to be compared at all; each key is for one of the ways to be alike."""
    title = parse_organisation(named.name)
    yield f"words {' '.join(sorted(title.words))}"
    yield f"consonants {_CONSONANTS_ONLY.sub('', title.squeezed)}"
    yield f"known {_known().get(title.squeezed, title.squeezed)}"
    yield f"initials {title.initials}"
    for short in (title.short, title.squeezed, *(parse_organisation(stated).squeezed for stated in named.stated)):
        if short:
            yield f"initials {short}"
    for ending in ("", "s", *_ARTICLES):
        if title.squeezed.endswith(ending):
            yield f"stem {title.squeezed.removesuffix(ending)}"
    for place, word in enumerate(title.words):
        if len(word) >= _LONG - 1:
            others = " ".join((*title.words[:place], "…", *title.words[place + 1 :]))
            yield from (f"slip {others} {word[:3]}", f"slip {others} {word[-3:]}")


def _compare(one: Named, other: Named) -> _Likeness | None:
    here, there = parse_organisation(one.name), parse_organisation(other.name)
    if here.squeezed == there.squeezed:
        if here.form and there.form and here.form != there.form:
            return _Likeness.FORMS
        if here.broken or there.broken:
            return _Likeness.BROKEN
        return _Likeness.SPACING if here.form == there.form else _Likeness.FORM
    if here.squeezed in _known() and _known()[here.squeezed] == _known().get(there.squeezed):
        return _Likeness.KNOWN
    if _is_stated(one, there) or _is_stated(other, here):
        return _Likeness.STATED
    if here.squeezed == there.short or there.squeezed == here.short:
        return _Likeness.BRACKET
    if here.numbers != there.numbers:
        return None
    hurt = damage(here.letters, there.letters) if here.letters and there.letters else None
    if hurt is Damage.HOLES:
        return _Likeness.BROKEN
    if hurt is Damage.PLAIN and min(len(here.letters), len(there.letters)) >= _SHORTEST_PLAIN:
        return _Likeness.PLAIN
    return _compare_letters(here, there)


@cache
def _known() -> Mapping[str, str]:
    """The organisation of each name and alias that the whole country knows."""
    entries = lexicon.organisations().organisations
    return {parse_organisation(name).squeezed: one.name for one in entries for name in (one.name, *one.aliases)}


def _is_supported(pair: Pair, likeness: _Likeness) -> bool:
    """What letters alone do not say: a time of both; for a genitive that of the other; for lost marks other damage."""
    match likeness:
        case _Likeness.FORM:
            return grounds.at_one_time(*pair) and not _is_club_with_company(*pair)
        case _Likeness.PLAIN:
            return any(is_broken(named.name) for named in pair) and not grounds.are_in_other_bodies(*pair)
        case _Likeness.GENITIVE:
            return grounds.contained(*pair)
        case _:
            return True


def _is_club_with_company(one: Named, other: Named) -> bool:
    """Whether the one is an association by its name, and the other a company: a club often has one of its own name."""
    titles = [parse_organisation(named.name) for named in (one, other)]
    company = any(title.form in _forms().companies for title in titles)
    return company and any(
        title.form is None and any(word.endswith(_forms().associations) for word in title.words) for title in titles
    )


def _is_stated(named: Named, there: Title) -> bool:
    return any(parse_organisation(stated).squeezed == there.squeezed for stated in named.stated)


def _compare_letters(here: Title, there: Title) -> _Likeness | None:
    """What is for a person to judge: an ending, initials, a slip inside one word."""
    short, long = sorted((here.squeezed, there.squeezed), key=len)
    if long == short + "s" and len(short) > _SHORTEST_INITIALS:
        return _Likeness.GENITIVE
    if long.startswith(short) and long[len(short) :] in _ARTICLES and len(short) > _SHORTEST_INITIALS:
        return _Likeness.ENDING
    initials = (here.squeezed == there.initials, there.squeezed == here.initials)
    if any(initials) and len(short) >= _SHORTEST_INITIALS:
        return _Likeness.INITIALS
    if sorted(here.words) == sorted(there.words):
        return _Likeness.ORDER
    if len(here.words) != len(there.words):
        return None
    odd = [(one, other) for one, other in zip(here.words, there.words, strict=True) if one != other]
    is_slip = len(odd) == 1 and min(map(len, odd[0])) >= _LONG and OSA.distance(*odd[0], score_cutoff=1) <= 1
    return _Likeness.SLIP if is_slip else None


def _merge(pair: Pair, likeness: _Likeness, alike: Sequence[Pair], known: Partition) -> Judgement:
    if likeness is not _Likeness.SPACING and (rivals := _rivals(pair, alike, known)):
        return _ask(pair, likeness, Reason("rivals", " | ".join(rivals)))
    if not _is_supported(pair, likeness):
        return _ask(pair, likeness, Reason("too-little", _both(pair)))
    ids = (pair[0].id, pair[1].id)
    reason, sure = Reason("only-fit", _both(pair)), _MERGED[likeness]
    return Judgement(_KIND, *ids, Verdict.SAME, rule=likeness.value, confidence=sure, reason=reason)


def _rivals(pair: Pair, alike: Sequence[Pair], known: Partition) -> list[str]:
    """Other organisations that one of the two is like in the same way."""
    ids = {named.id for named in pair}
    own = {known.first(_KIND, id_) for id_ in ids}
    rivals = {
        named.id: named.name
        for ends in alike
        for named, end in (ends, ends[::-1])
        if end.id in ids and known.first(_KIND, named.id) not in own
    }
    return [rivals[id_] for id_ in sorted(rivals)]


def _ask(pair: Pair, likeness: _Likeness, reason: Reason) -> Judgement:
    sure = _ASKED.get(likeness) or _MERGED[likeness] / 2
    ids = (pair[0].id, pair[1].id)
    return Judgement(_KIND, *ids, Verdict.UNSURE, rule=likeness.value, confidence=sure, reason=reason)


def _both(pair: Pair) -> str:
    return " | ".join(named.name for named in pair)
