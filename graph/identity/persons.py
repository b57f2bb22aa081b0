"""Which names of persons mean one person.

Names are compared word by word inside a municipality (`graph.identity.names`); a difference in letters never decides
alone. What is merged by rule:

* titles, party, comma, case, hyphens, and letters whose repair is certain: nothing else differs;
* lost letters and initials, when exactly one name of the municipality and time fits and nothing speaks against it;
* Danish letters without their marks, a genitive: when a party or a body connects the two as well;
* a middle name, ck/k, ph/f, th/t: only with the same party, in the same body, at a time that is not apart;
* ch/k, a doubled letter, a slip in a long name: only so, and when the one is known only from times of the other;
* a surname more, when it begins where the name without it ends: same party and body again;
* another name that is stated ("tidl. Anne Holm").

Other names in front, another order, other slips are for a person to judge. Two who stand on one attendance list are
two, and so are two who have different parties for a year. Persons of two municipalities are never compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.lexicon.parties import party_named
from graph.identity import grounds
from graph.identity.blocks import Pair, by_municipality, kept_apart, pairs
from graph.identity.judgements import Judgement, Partition, Reason, Verdict, partition
from graph.identity.letters import HOLE
from graph.identity.named import Named, NamedKind
from graph.identity.names import Comparison, Difference, compare_names, parse_name

_KIND = NamedKind.PERSON.value
_NEVER = 9  # the level of differences that no rule settles
_MANY = 2  # objections that make a question idle
_LONG_NAME = 14  # letters


@dataclass(frozen=True, slots=True)
class _Way:
    """How names that differ so may become one: at which level (the surest first), how sure, and with what support."""

    level: int
    confidence: float
    support: Callable[[Named, Named], bool] | None = None  # none needed
    by_rule: bool = True  # False: only a person may say so


def _no_other_bodies(one: Named, other: Named) -> bool:
    return grounds.shares_party(one, other) or not grounds.are_in_other_bodies(one, other)


def _is_within(one: Named, other: Named) -> bool:
    """Same party and body, and the one only at times of the other: a second writing and no second person."""
    return grounds.is_backed(one, other) and grounds.contained(one, other)


def _is_long(one: Named, other: Named) -> bool:
    """Within, and a name so long that another one like it is not to be expected."""
    letters = min(sum(len(word.folded) for word in parse_name(named.name).words) for named in (one, other))
    return letters >= _LONG_NAME and _is_within(one, other)


def _takes_a_name(one: Named, other: Named) -> bool:
    """Same party and body, and the longer name begins where the shorter ends: a marriage."""
    return grounds.is_backed(one, other) and grounds.follows(one, other)


def _is_surname_of_party(one: Named, other: Named) -> bool:
    """ "Lykke (A)" is the Lykke whom A has in that body."""
    surnames = {parse_name(named.name).words[-1].folded for named in (one, other)}
    return len(surnames) == 1 and grounds.is_backed(one, other)


def _is_never_listed(one: Named, other: Named) -> bool:
    """A list has no genitive: "Inga Lykkes" who stands on one is somebody else."""
    genitive = max(one, other, key=lambda named: len(parse_name(named.name).words[-1].folded))
    return not genitive.listed and grounds.is_linked(one, other)


def _letter_is_party(one: Named, other: Named) -> bool:
    """ "Inga Lykke A" is Inga Lykke of the party A."""
    letters = {parse_name(named.name).letter for named in (one, other)} - {None}
    read = {party_named(letter) or letter.casefold() for letter in letters if letter}
    return len(letters) == 1 and bool(read & (grounds.parties(one) | grounds.parties(other)))


_WAYS: Mapping[Difference, _Way] = {
    Difference.BROKEN: _Way(0, 0.99),
    Difference.HOLES: _Way(1, 0.96),
    Difference.PLAIN: _Way(1, 0.93, grounds.is_linked),
    Difference.MIDDLE_INITIAL: _Way(2, 0.95),
    Difference.MIDDLE: _Way(3, 0.85, grounds.is_backed),
    Difference.SPELLING: _Way(3, 0.85, grounds.is_backed),
    Difference.GENITIVE: _Way(3, 0.9, _is_never_listed),
    Difference.LETTER: _Way(3, 0.9, _letter_is_party),
    Difference.SOUND: _Way(3, 0.85, _is_within),
    Difference.LONG_SLIP: _Way(3, 0.8, _is_long),
    Difference.SURNAME: _Way(3, 0.85, _takes_a_name),
    Difference.FORENAME: _Way(3, 0.5, by_rule=False),
    Difference.INITIAL: _Way(4, 0.9, _no_other_bodies),
    Difference.LAST_INITIAL: _Way(5, 0.85, grounds.shares_body),
    Difference.ONE_WORD: _Way(6, 0.8, _is_surname_of_party),
    Difference.ORDER: _Way(_NEVER, 0.5, by_rule=False),
    Difference.GENERATION: _Way(_NEVER, 0.4, by_rule=False),
    Difference.SLIP: _Way(_NEVER, 0.3, by_rule=False),
}
_EQUAL = _Way(0, 0.99, _no_other_bodies)
_STATED = 0.95
_LEVELS = sorted({way.level for way in _WAYS.values()})


def judge_persons(names: Sequence[Named]) -> list[Judgement]:
    """Judge the names of persons, each municipality for itself."""
    persons = [named for named in names if named.kind is NamedKind.PERSON]
    found = [one for block in by_municipality(persons) for one in _Block(block).judge()]
    return sorted(found, key=lambda judgement: judgement.key)


def _keys(named: Named) -> Iterator[str]:
    """The words of a name, and its first letters for names whose every word is broken."""
    words = parse_name(named.name).words
    for word in words:
        if not word.is_initial and HOLE not in word.folded:
            yield word.folded[:4]
    if len(words) > 1:
        yield f"{words[0].folded[:1]} {words[-1].folded[:1]}"
        yield f"{words[0].folded[:1]} … {words[-1].folded[-3:]}"


class _Block:
    """The names of one municipality."""

    def __init__(self, names: Sequence[Named]) -> None:
        self.names = names
        self.compared: dict[tuple[str, str], tuple[Pair, Comparison]] = {}
        self.expansions: dict[str, list[tuple[Named, int]]] = {}
        for one, other in pairs(names, _keys):
            if comparison := compare_names(one.name, other.name):
                self.compared[(one.id, other.id)] = ((one, other), comparison)
                self._note_expansions(one, other, comparison)

    def _note_expansions(self, one: Named, other: Named, comparison: Comparison) -> None:
        """What a name may be short for, with the level of the difference: the rivals of each other."""
        level = _level(comparison)
        if level < _NEVER and not grounds.years_apart(one, other):
            if comparison.vaguer != 1:
                self.expansions.setdefault(one.id, []).append((other, level))
            if comparison.vaguer != 0:
                self.expansions.setdefault(other.id, []).append((one, level))

    def judge(self) -> list[Judgement]:
        found = [*self._two_for_sure(), *self._stated()]
        for level in _LEVELS:
            known = partition(found)
            found += [self._judge(*one, known) for one in self._open(level, found)]
        found = [one for one in found if one.reason.code]
        return [*found, *kept_apart(found, self.names, _are_two)]

    def _open(self, level: int, found: Sequence[Judgement]) -> list[tuple[Pair, Comparison]]:
        done = {one.pair for one in found}
        return [one for ids, one in self.compared.items() if _level(one[1]) == level and ids not in done]

    def _two_for_sure(self) -> Iterator[Judgement]:
        for (one, other), _ in self.compared.values():
            if reason := _are_two(one, other):
                yield Judgement(_KIND, one.id, other.id, Verdict.DIFFERENT, rule=reason.code, reason=reason)

    def _stated(self) -> Iterator[Judgement]:
        """One judgement on each pair of which a text says that the one is or was called as the other."""
        found: dict[tuple[str, str], Judgement] = {}
        for named in self.names:
            for stated in sorted({*named.stated, *filter(None, [parse_name(named.name).former])}):
                fits = [other for other in self.names if other.id != named.id and _is_stated(named, stated, other)]
                for other in fits:
                    alone = len(fits) == 1 and not grounds.objections(named, other)
                    verdict, sure = (Verdict.SAME, _STATED) if alone else (Verdict.UNSURE, 0.5)
                    ids, reason = (named.id, other.id), Reason("stated", stated)
                    one = Judgement(_KIND, *ids, verdict, rule="stated-name", confidence=sure, reason=reason)
                    found[one.pair] = max(found.get(one.pair, one), one, key=lambda each: each.confidence)
        yield from found.values()

    def _judge(self, pair: Pair, comparison: Comparison, known: Partition) -> Judgement:
        """What the rules say of two names. A judgement without a reason says nothing."""
        one, other = pair
        rule = "+".join(sorted(comparison.differences)) or "same-words"
        sure = min(way.confidence for way in _ways(comparison))
        against = [*_objections(pair, comparison), *self._rivals(pair, comparison, known)]
        if not against and self._is_supported(pair, comparison):
            reason = Reason("only-fit" if comparison.differences else "same-words", f"{one.name} | {other.name}")
            return Judgement(_KIND, one.id, other.id, Verdict.SAME, rule=rule, confidence=sure, reason=reason)
        if not _is_worth_asking(pair, comparison, against):
            return Judgement(_KIND, one.id, other.id, Verdict.UNSURE)
        reason = against[0] if against else Reason("too-little", f"{one.name} | {other.name}")
        doubt = round(sure / 2 ** max(1, len(against)), 3)
        return Judgement(_KIND, one.id, other.id, Verdict.UNSURE, rule=rule, confidence=doubt, reason=reason)

    def _is_supported(self, pair: Pair, comparison: Comparison) -> bool:
        """Each difference needs its support; several at once need party and body as well."""
        several = len(comparison.differences - {Difference.BROKEN}) > 1
        enough = not several or _are_initials(comparison) or grounds.is_backed(*pair)
        return enough and all(way.by_rule and (way.support is None or way.support(*pair)) for way in _ways(comparison))

    def _rivals(self, pair: Pair, comparison: Comparison, known: Partition) -> list[Reason]:
        """Other persons whom the vaguer of the two names fits as well."""
        level = _level(comparison)
        vague = pair if comparison.vaguer is None else (pair[comparison.vaguer],)
        own = {known.first(_KIND, named.id) for named in pair}
        rivals = {
            rival.id: rival.name
            for named in vague
            for rival, its_level in self.expansions.get(named.id, [])
            if its_level <= max(level, 1) and known.first(_KIND, rival.id) not in own
            if not _is_of_another_party(pair, named, rival)
        }
        return [Reason("rivals", " | ".join(rivals[id_] for id_ in sorted(rivals)))] if rivals else []


def _ways(comparison: Comparison) -> list[_Way]:
    return [_WAYS[difference] for difference in comparison.differences] or [_EQUAL]


def _level(comparison: Comparison) -> int:
    return max(way.level for way in _ways(comparison))


def _objections(pair: Pair, comparison: Comparison) -> list[Reason]:
    """What speaks against one person; who keeps name and seat may change party."""
    found = grounds.objections(*pair)
    if _level(comparison) == 0:
        return [reason for reason in found if reason.code != "other-party" or not grounds.follows(*pair)]
    return [*found, *filter(None, [grounds.member_and_substitute(*pair)])]


def _is_of_another_party(pair: Pair, named: Named, rival: Named) -> bool:
    """Whether the party that the two share tells a rival from them."""
    here, there = grounds.parties(named), grounds.parties(rival)
    return grounds.shares_party(*pair) and bool(here and there) and here.isdisjoint(there)


def _are_initials(comparison: Comparison) -> bool:
    """ "A. M. Holm" is Anne Marie Holm as surely as "A. Holm" is Anne Holm."""
    return comparison.differences <= {Difference.INITIAL, Difference.MIDDLE_INITIAL, Difference.BROKEN}


def _is_worth_asking(pair: Pair, comparison: Comparison, against: Sequence[Reason]) -> bool:
    """Whether a reader should look: not at names alike of people of other parties, and not at every Hansen."""
    objections = [reason for reason in against if reason.code != "rivals"]
    if comparison.differences & {Difference.ONE_WORD, Difference.ORDER}:
        return not objections and grounds.is_linked(*pair)
    if Difference.GENERATION in comparison.differences:
        return len(objections) < _MANY
    if _level(comparison) == _NEVER:
        return not objections and not grounds.are_in_other_bodies(*pair)
    return len(objections) < (_MANY if _level(comparison) > 1 else _MANY + 1)


def _are_two(one: Named, other: Named) -> Reason | None:
    """Why two names cannot be one person's, whatever their letters."""
    if meeting := grounds.listed_together(one, other):
        return Reason("listed-together", meeting)
    return grounds.two_parties_at_once(one, other)


def _is_stated(named: Named, stated: str, other: Named) -> bool:
    """Whether a stated name is the other's: "tidl. Anne Holm", or only the surname, "f. Holm"."""
    if len(parse_name(stated).words) > 1:
        found = compare_names(stated, other.name)
        return found is not None and found.differences <= {Difference.BROKEN}
    words = [word.folded for word in parse_name(named.name).words]
    surname = [word.folded for word in parse_name(stated).words]
    return [word.folded for word in parse_name(other.name).words] in (words[:-1] + surname, words[:1] + surname)
