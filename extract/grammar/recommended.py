"""How a decision relates to the recommendation: by its printed words alone, per recommendation where these differ.

Issue: "as recommended, amended, partly, noted, postponed, returned, rejected, forwarded, none printed". What the words
leave open is none printed: nothing is guessed from the matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.grammar.outcomes import is_individual, read_outcomes
from extract.grammar.paragraphs import squeeze
from extract.grammar.sentences import split_sentences
from extract.grammar.vocabulary import compiled, outcomes
from extract.records import Outcome, Recommendation, RelationToRecommendation

_NUMBERS = r"\d{1,2}\.?[a-h]?\b(?:\s*\.?\s*(?:[-–,+&]|og|til)\s*\d{1,2}\.?[a-h]?\b)*"
_LEAD = re.compile(
    rf"\s*(?:(?:ad|at|pkt\.?|punkt(?:erne)?|indstillings?(?:ens)?\s?punkt(?:erne)?|indstilling)\s*\.?\s*)?"
    rf"(?P<numbers>{_NUMBERS})\s*[.:)]*\s+(?=\S)",
    re.IGNORECASE,
)
_INNER = re.compile(
    rf"(?:(?<=[a-zæøå][,;.])|(?<=[a-zæøå])\s+(?:og|mens))\s+(?:(?:ad|pkt\.?|punkt(?:erne)?|indstillings?\s?punkt(?:erne)?)\s*\.?\s*)?"
    rf"(?={_NUMBERS}\s*[.:)]?\s+(?:\w+\s+){{0,2}}?(?:godkend|anbefal|tiltr|vedt|uds|forkast|afvis|tages|taget|bortfald|oversend|drøft))",
    re.IGNORECASE,
)
_ORDINALS = ("første", "andet", "tredje", "fjerde", "femte", "sjette")
_ORDINAL_LEAD = re.compile(
    rf"\s*(?:{'|'.join(_ORDINALS)})(?:\s*(?:,|og)\s*(?:{'|'.join(_ORDINALS)}))*\s+(?:at|led|pind)\s+", re.IGNORECASE
)
_COUNTED = re.compile(r"(?:stem|medlem|kr|mio|undlod|år)", re.IGNORECASE)  # "5 stemte for": no number of a list
_RANGE = re.compile(r"(\d{1,2})(?:\.?[a-h])?(?:\s*\.?\s*(?:[-–]|til)\s*(\d{1,2}))?")
_NAMED = re.compile(rf"\bindstillings?\s?punkt(?:erne|et)?\s+(?P<numbers>{_NUMBERS})", re.IGNORECASE)


def relate(
    text: str, recommendations: Sequence[Recommendation]
) -> tuple[RelationToRecommendation, tuple[RelationToRecommendation, ...]]:
    """The relation of a decision as a whole, and that to each recommendation; none of these where it is one for all."""
    by_number: dict[int, RelationToRecommendation] = {}
    general: list[RelationToRecommendation] = []
    has_fallen = False
    for numbers, words in _parts(text):
        if not numbers and _is_fallen_proposal(words):
            has_fallen = True
            continue
        relation = _relation(words, recommendations)
        if relation is RelationToRecommendation.NONE_PRINTED:
            continue
        if not numbers:
            general.append(relation)
        for number in numbers:
            is_same = by_number.setdefault(number, relation) is relation
            by_number[number] = relation if is_same else RelationToRecommendation.PARTLY
    if has_fallen and not by_number and not general and not compiled(outcomes().moved).search(text):
        general.append(RelationToRecommendation.REJECTED)
    if not by_number:
        return _whole(general), ()
    each = tuple(
        by_number.get(number, RelationToRecommendation.NONE_PRINTED) for number in range(1, len(recommendations) + 1)
    )
    is_told_apart = len(set(each)) > 1 and max(by_number) <= len(each)
    return _whole([*by_number.values(), *general]), each if is_told_apart else ()


def _is_fallen_proposal(words: str) -> bool:
    return Outcome.REJECTED in read_outcomes([words]) and bool(compiled(outcomes().fallen_proposal).match(words))


def _whole(relations: Sequence[RelationToRecommendation]) -> RelationToRecommendation:
    """One relation for all; where they differ, the recommendation is followed in part, or nothing is clear."""
    kinds = set(relations)
    if not kinds:
        return RelationToRecommendation.NONE_PRINTED
    if len(kinds) == 1:
        return relations[0]
    followed = {RelationToRecommendation.AS_RECOMMENDED, RelationToRecommendation.AMENDED}
    if kinds <= followed:
        return RelationToRecommendation.AMENDED
    if kinds == {RelationToRecommendation.AS_RECOMMENDED, RelationToRecommendation.NOTED}:
        return RelationToRecommendation.AS_RECOMMENDED
    return RelationToRecommendation.PARTLY if kinds & followed else RelationToRecommendation.NONE_PRINTED


def _parts(text: str) -> Iterator[tuple[tuple[int, ...], str]]:
    """The sentences of a decision with the numbers of the recommendations that each is of; none: of all."""
    for line in text.split("\n"):
        current: tuple[int, ...] = ()
        for start, end in split_sentences(line):
            for begin, stop in _clauses(line, start, end):
                words = line[begin:stop]
                lead = _LEAD.match(words)
                ordinals, after = _ordinals(words)
                if lead and not _COUNTED.match(words, lead.end()):
                    current = _expand(lead["numbers"])
                    words = words[lead.end() :]
                elif ordinals:
                    current, words = ordinals, words[after:]
                elif named := _NAMED.search(words):
                    current = _expand(named["numbers"])
                if not is_individual(words):
                    yield current, squeeze(words)


def _clauses(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts "1-2 godkendt, 3 udsættes" of a sentence."""
    for match in _INNER.finditer(line, start, end):
        if match.start() > start:
            yield start, match.start()
            start = match.end()
    yield start, end


def _ordinals(words: str) -> tuple[tuple[int, ...], int]:
    """ "Første og andet led", "Tredje at": the numbers, and where they end."""
    match = _ORDINAL_LEAD.match(words)
    found = re.findall("|".join(_ORDINALS), match.group().casefold()) if match else []
    return tuple(_ORDINALS.index(one) + 1 for one in found), match.end() if match else 0


def _expand(numbers: str) -> tuple[int, ...]:
    found: list[int] = []
    for match in _RANGE.finditer(numbers):
        first, last = int(match[1]), int(match[2] or match[1])
        found += range(first, last + 1) if first <= last <= first + 30 else (first,)
    return tuple(found)


def _relation(words: str, recommendations: Sequence[Recommendation]) -> RelationToRecommendation:
    """What one sentence says."""
    found, patterns = read_outcomes([words]), outcomes()
    if not found:
        return RelationToRecommendation.NONE_PRINTED
    if compiled(patterns.returned).search(words):
        return RelationToRecommendation.RETURNED
    first = found[0]
    if compiled(patterns.amendment_subject).match(words):
        carried = first is Outcome.APPROVED and recommendations
        return RelationToRecommendation.AMENDED if carried else RelationToRecommendation.NONE_PRINTED
    if first in (Outcome.APPROVED, Outcome.RECOMMENDED):
        is_one = Outcome.REJECTED not in found and Outcome.NOT_RECOMMENDED not in found
        return _approved(words) if recommendations and is_one else RelationToRecommendation.NONE_PRINTED
    if first is Outcome.DISCUSSED:
        asked = recommendations and all("drøft" in one.text.casefold() for one in recommendations)
        return RelationToRecommendation.AS_RECOMMENDED if asked else RelationToRecommendation.NONE_PRINTED
    if compiled(patterns.of_something).search(words) and not compiled(patterns.followed).search(words):
        return RelationToRecommendation.NONE_PRINTED
    return _PLAIN.get(first, RelationToRecommendation.NONE_PRINTED)


def _approved(words: str) -> RelationToRecommendation:
    """What is approved is what was recommended where the sentence says so, or nothing but that it is approved."""
    patterns = outcomes()
    if compiled(patterns.partial).search(words):
        return RelationToRecommendation.PARTLY
    if compiled(patterns.amends).search(words):
        return RelationToRecommendation.AMENDED
    is_followed = compiled(patterns.followed).search(words) and not compiled(patterns.conditional).search(words)
    return RelationToRecommendation.AS_RECOMMENDED if is_followed else RelationToRecommendation.NONE_PRINTED


_PLAIN = {
    Outcome.NOTED: RelationToRecommendation.NOTED,
    Outcome.DEFERRED: RelationToRecommendation.POSTPONED,
    Outcome.REJECTED: RelationToRecommendation.REJECTED,
    Outcome.NOT_RECOMMENDED: RelationToRecommendation.REJECTED,
    Outcome.REFERRED: RelationToRecommendation.FORWARDED,
}
