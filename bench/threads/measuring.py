"""What was found of the printed references: how many, how rightly, and whether the confidence can be believed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from bench.threads.gold import Printed, Standing
from bench.threads.reading import hide_numbers
from graph.threads.containers import judge
from graph.threads.corpus import Corpus, Reference
from graph.threads.likeness import Weights
from graph.threads.links import Link, LinkStatus, LinkType

BINS = (0.0, 0.5, 0.8, 0.9, 0.95, 0.99, 1.0)


@dataclass(frozen=True, slots=True)
class Answer:
    """A printed reference, and the link that was made of it."""

    printed: Printed
    link: Link | None

    @property
    def end(self) -> str | None:
        """The point that is said to be meant, where it is said for sure."""
        sure = self.link is not None and self.link.status is LinkStatus.ACCEPTED
        return self.link.end if self.link and sure else None


@dataclass(frozen=True, slots=True)
class Score:
    """Distinct pairs of a sentence and a target: those printed, those found, and those that are both."""

    printed: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """Of the pairs found, the share that is printed."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs printed, the share that was found."""
        return self.right / self.printed if self.printed else 1.0


@dataclass(frozen=True, slots=True)
class Bin:
    """Links of about one confidence: what they promise and what they keep."""

    low: float
    high: float
    count: int
    promised: float  # mean confidence
    kept: float  # share that is right


def find_answers(corpus: Corpus, links: Iterable[Link], gold: Iterable[Printed]) -> list[Answer]:
    """Each printed reference with its link: the one of the same point and date whose sentence is most like it."""
    stated = {link.via: link for link in links}
    known = list(gold)
    found = {id(printed): stated.get(reference.id) for printed, reference in find_pairs(corpus, known)}
    return [Answer(printed, found.get(id(printed))) for printed in known]


def find_pairs(corpus: Corpus, gold: Iterable[Printed]) -> list[tuple[Printed, Reference]]:
    """Each printed reference that was read, with what was read of it."""
    there: dict[tuple[str, str], list[Reference]] = {}
    for reference in sorted(corpus.references, key=lambda each: each.id):
        there.setdefault((reference.item, reference.date), []).append(reference)
    pairs = ((printed, _alike(printed, there.get((printed.source, printed.date), ()))) for printed in gold)
    return [(printed, reference) for printed, reference in pairs if reference]


def _alike(printed: Printed, references: Sequence[Reference]) -> Reference | None:
    sentence = hide_numbers(printed.sentence)

    def likeness(reference: Reference) -> tuple[bool, float]:
        same_number = reference.item_number == printed.number
        return same_number, SequenceMatcher(None, hide_numbers(reference.sentence), sentence, autojunk=False).ratio()

    return max(references, key=likeness, default=None)


def score(answers: Iterable[Answer], wanted: Callable[[Printed], bool]) -> Score:
    """The score of the answers to printed references that are `wanted` and whose target is in the folder."""
    chosen = [answer for answer in answers if answer.printed.target and wanted(answer.printed)]
    printed = {(one.printed.sentence, one.printed.date, one.printed.target) for one in chosen}
    found = {(one.printed.sentence, one.printed.date, one.end) for one in chosen if one.end}
    return Score(len(printed), len(found), len(printed & found))


def without_number(weights: Weights) -> Weights:
    """The same weights, blind to case numbers."""
    return replace(weights, clues=replace(weights.clues, number=0.0))


def score_by_number(corpus: Corpus, links: Iterable[Link]) -> Score:
    """A second truth: of date-only links, those from a point whose number exactly one point of the meeting carries.

    Containers and housekeeping are left out. It measures only where the links were made blind to numbers.
    """
    containers = {number for number, verdict in judge(corpus.points).items() if verdict.container}
    sentences = {reference.id: reference.sentence for reference in corpus.references}
    printed, found, right = set(), set(), set()
    for link in links:
        start = corpus.point[link.start]
        if link.type is not LinkType.DATE_REFERENCE or start.number is None or start.number in containers:
            continue
        same = [one for one in corpus.points_of.get(link.meeting or "", ()) if one.number == start.number]
        if len(same) != 1 or start.kind.housekeeping or same[0].kind.housekeeping or same[0].id == start.id:
            continue
        key = (sentences[link.via or ""], same[0].id)
        printed.add(key)
        if link.end and link.status is LinkStatus.ACCEPTED:
            found.add((*key, link.end))
            right |= {(*key, link.end)} if link.end == same[0].id else set()
    return Score(len(printed), len(found), len(right))


def is_clean(printed: Printed) -> bool:
    """Whether the target has anything to do with the sentence."""
    return printed.standing is Standing.HERE


def reliability(answers: Iterable[Answer]) -> list[Bin]:
    """The links that name a point, in bins of their confidence; each distinct sentence, target and end counts once."""
    distinct: dict[object, tuple[float, bool]] = {}
    for one in answers:
        if one.printed.target and one.link and one.link.end:
            distinct[one.printed.key, one.link.end] = (one.link.confidence, one.link.end == one.printed.target)
    bins = []
    for low, high in pairwise(BINS):
        here = [(promised, right) for promised, right in distinct.values() if low < promised <= high]
        if here:
            promises = sum(promised for promised, _ in here) / len(here)
            bins.append(Bin(low, high, len(here), promises, sum(right for _, right in here) / len(here)))
    return bins
