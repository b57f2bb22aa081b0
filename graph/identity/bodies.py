"""Which names of municipal bodies mean one body.

Names are compared by their words inside a municipality (`graph.identity.titles`). What is merged by rule, when exactly
one body fits: spacing, hyphens, the municipality's own name, the sort of meeting, broken letters; the same words linked
otherwise ("Børn-" and "Børne- og Ungeudvalget"), or in another order at a time of the other; what a municipality calls
its one council; initials ("BBU"); another name that a text states. Fewer words, a slip of a letter, a body that begins
where another ends, and names years apart are for a person to judge.

Two bodies that both hold meetings are never merged by rule: one may be the other's successor, which is an event and no
spelling. So are two of which a text says that the one became the other. Joint meetings are no name of a body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from enum import StrEnum

from rapidfuzz.distance import OSA

from graph.identity import grounds
from graph.identity.blocks import by_municipality, pairs
from graph.identity.judgements import Judgement, Partition, Reason, Ruled, Verdict, partition
from graph.identity.letters import damage, repaired
from graph.identity.named import Named, NamedKind
from graph.identity.titles import BodyTitle, parse_title

_KIND = NamedKind.BODY.value
_LONG = 12  # letters of a name in which two slips are still the same name
_SUCCESSION = timedelta(days=366)  # a new body meets within a year after the last meeting of the old


class _Likeness(StrEnum):
    """In what two names of bodies differ; the values are names of rules."""

    SPACING = "spacing"
    BROKEN = "broken-letters"
    STATED = "stated-name"
    LINKING = "linking-letters"
    COUNCIL = "one-council"
    INITIALS = "initials"
    REARRANGED = "same-words"
    PART = "fewer-words"
    SLIP = "slip"
    SUCCESSION = "succession"


# What a rule merges, in this order, and how sure it is of it.
_MERGED = {
    _Likeness.SPACING: 0.99,
    _Likeness.BROKEN: 0.97,
    _Likeness.STATED: 0.93,
    _Likeness.LINKING: 0.95,
    _Likeness.COUNCIL: 0.95,
    _Likeness.INITIALS: 0.9,
    _Likeness.REARRANGED: 0.85,
}
_ASKED = {_Likeness.PART: 0.2, _Likeness.SLIP: 0.4, _Likeness.SUCCESSION: 0.2}


def judge_bodies(names: Sequence[Named]) -> list[Judgement]:
    """Judge the names of bodies, each municipality for itself."""
    bodies = [named for named in names if named.kind is NamedKind.BODY]
    found = [one for block in by_municipality(bodies) for one in _Block(block).judge()]
    return sorted(found, key=lambda judgement: judgement.key)


class _Block:
    """The bodies of one municipality."""

    def __init__(self, names: Sequence[Named]) -> None:
        self.titles = {named.id: parse_title(named.name, named.municipality) for named in names}
        self.names = [named for named in names if not self._is_nobody(self.titles[named.id])]
        self.alike: dict[_Likeness, list[tuple[Named, Named]]] = {}
        for one, other in pairs(self.names, self._keys):
            if likeness := self._compare(one, other):
                self.alike.setdefault(likeness, []).append((one, other))

    @staticmethod
    def _is_nobody(title: BodyTitle) -> bool:
        return title.is_common or title.is_joint

    def _keys(self, named: Named) -> Iterator[str]:
        title = self.titles[named.id]
        yield from (part[:4] for part in title.parts)
        yield f"squeezed {title.squeezed[:3]}"
        yield f"squeezed {title.squeezed[-14:-3]}"  # the first letters may be broken
        yield from (f"initials {initials}" for initials in {title.abbreviation, *title.initials()} - {None})
        yield from ["council"] * title.is_council
        for stated in named.stated:
            yield f"stated {parse_title(stated, named.municipality).squeezed}"
        yield f"stated {title.squeezed}"

    def _compare(self, one: Named, other: Named) -> _Likeness | None:
        if one.id in other.became or other.id in one.became:
            return None
        here, there = self.titles[one.id], self.titles[other.id]
        if here.squeezed == there.squeezed:
            return _Likeness.BROKEN if here.broken or there.broken else _Likeness.SPACING
        if damage(*(repaired(named.name).replace(" ", "").replace("-", "") for named in (one, other))) is not None:
            return _Likeness.BROKEN
        if self._is_stated(one, other) or self._is_stated(other, one):
            return _Likeness.STATED
        if here.abbreviation or there.abbreviation:
            fits = here.abbreviation in there.initials() or there.abbreviation in here.initials()
            return _Likeness.INITIALS if fits else None
        if here.is_council and there.is_council:
            return _Likeness.COUNCIL
        return self._compare_words(one, other)

    def _is_stated(self, named: Named, other: Named) -> bool:
        squeezed = {parse_title(stated, named.municipality).squeezed for stated in named.stated}
        return self.titles[other.id].squeezed in squeezed

    def _compare_words(self, one: Named, other: Named) -> _Likeness | None:
        here, there = self.titles[one.id], self.titles[other.id]
        if here.head == there.head and here.head:
            if here.parts == there.parts:
                return _Likeness.LINKING if here.leads == there.leads else _Likeness.REARRANGED
            if sorted(here.parts) == sorted(there.parts):
                return _Likeness.REARRANGED
            shared = set(here.parts) & set(there.parts)
            if shared and _follow(one, other):
                return _Likeness.SUCCESSION
            if shared in (set(here.parts), set(there.parts)) and not (one.holds_meetings and other.holds_meetings):
                return _Likeness.PART
        limit = 2 if min(len(here.squeezed), len(there.squeezed)) >= _LONG else 1
        near = OSA.distance(here.squeezed, there.squeezed, score_cutoff=limit) <= limit
        return _Likeness.SLIP if near and not (one.holds_meetings and other.holds_meetings) else None

    def judge(self) -> list[Judgement]:
        found: list[Judgement] = []
        for likeness in _MERGED:
            known = partition(found)
            found += [self._merge(*pair, likeness, known) for pair in self.alike.get(likeness, [])]
        for likeness in _ASKED:
            found += [_ask(*pair, likeness, Reason("too-little", _both(*pair))) for pair in self._open(likeness)]
        return self._apart_in_session(found)

    def _open(self, likeness: _Likeness) -> list[tuple[Named, Named]]:
        """The pairs to ask about: of fewer words, only with those that hold meetings, where there are any."""
        alike = self.alike.get(likeness, [])
        if likeness is not _Likeness.PART:
            return alike
        sides = [sorted(pair, key=lambda named: len(self.titles[named.id].parts)) for pair in alike]
        in_session = {short.id for short, long in sides if long.holds_meetings}
        return [(short, long) for short, long in sides if long.holds_meetings or short.id not in in_session]

    def _merge(self, one: Named, other: Named, likeness: _Likeness, known: Partition) -> Judgement:
        if one.holds_meetings and other.holds_meetings:
            return _ask(one, other, likeness, Reason("both-hold-meetings", _both(one, other)))
        if rivals := self._rivals(one, other, likeness, known):
            return _ask(one, other, likeness, Reason("rivals", " | ".join(rivals)))
        if grounds.years_apart(one, other):
            return _ask(one, other, likeness, grounds.at_other_times(one, other))
        if likeness is _Likeness.REARRANGED and not grounds.contained(one, other):
            return _ask(one, other, likeness, Reason("too-little", _both(one, other)))
        reason = Reason("only-fit", _both(one, other))
        sure = _MERGED[likeness]
        return Judgement(_KIND, one.id, other.id, Verdict.SAME, rule=likeness.value, confidence=sure, reason=reason)

    def _rivals(self, one: Named, other: Named, likeness: _Likeness, known: Partition) -> list[str]:
        """Other bodies that one of the two is as like, and that are not known to be one of them."""
        own = {known.first(_KIND, one.id), known.first(_KIND, other.id)}
        pair = {one.id, other.id}
        vague = {named.id for named in (one, other) if self.titles[named.id].abbreviation} or pair
        rivals = {
            named.id: named.name
            for ends in self.alike[likeness]
            for named, end in (ends, ends[::-1])
            if end.id in vague and known.first(_KIND, named.id) not in own
        }
        return [rivals[id_] for id_ in sorted(rivals)] if likeness is not _Likeness.SPACING else []

    def _apart_in_session(self, found: Sequence[Judgement]) -> list[Judgement]:
        """Take back what would make one of two that hold meetings over a third that holds none: it is either's."""
        holding = [named.id for named in self.names if named.holds_meetings]
        wanted = partition([one for one in found if one.verdict is Verdict.SAME])
        apart = [
            Judgement(_KIND, one, other, Verdict.DIFFERENT)
            for at, one in enumerate(holding)
            for other in holding[at + 1 :]
            if wanted.together(_KIND, one, other)
        ]
        ruled = partition([*found, *apart]).ruled
        return [_taken_back(one) for one in ruled if one.judgement not in apart]


def _taken_back(ruled: Ruled) -> Judgement:
    judgement = ruled.judgement
    if not ruled.against:
        return judgement
    reason = Reason("both-hold-meetings", " | ".join(f"{one.left} | {one.right}" for one in ruled.against))
    half = judgement.confidence / 2
    return Judgement(_KIND, *judgement.pair, Verdict.UNSURE, rule=judgement.rule, confidence=half, reason=reason)


def _ask(one: Named, other: Named, likeness: _Likeness, reason: Reason) -> Judgement:
    sure = _ASKED.get(likeness) or _MERGED[likeness] / 2
    return Judgement(_KIND, one.id, other.id, Verdict.UNSURE, rule=likeness.value, confidence=sure, reason=reason)


def _both(one: Named, other: Named) -> str:
    return f"{one.name} | {other.name}"


def _follow(one: Named, other: Named) -> bool:
    """Whether both hold meetings, and the one begins where the other ends."""
    if not (one.holds_meetings and other.holds_meetings and one.first and one.last and other.first and other.last):
        return False
    gap = max(one.first, other.first) - min(one.last, other.last)
    return not grounds.overlapping(one, other) and gap <= _SUCCESSION
