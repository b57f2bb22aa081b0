"""Points that cite the same earlier decision: they are related, whatever numbers they carry.

The later is linked to the earlier, each to the one before it only. What the meeting itself is about (its agenda, its
notices) is no antecedent. A meeting that is cited without a point is one only for sentences that say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.threads.corpus import Corpus, Point, Reference
from graph.threads.likeness import Likeness, likeness_of
from graph.threads.links import Link, LinkStatus, LinkType, in_order

SAME_MATTER = 0.4  # of two sentences, to be about one decision of a meeting that had many
MOST_CITING = 12  # matters: what more cite is a plan or a budget that says little of any of them
IN_CORPUS, OUT_OF_CORPUS, OF_MEETING = "same_point", "same_number_outside", "same_meeting_and_matter"


@dataclass(frozen=True, slots=True)
class _Citing:
    """A point that cites, and how."""

    point: Point
    link: Link
    sentence: str


def find_antecedents(corpus: Corpus, links: Iterable[Link]) -> list[Link]:
    """A link from each citing point to the one before it that cites the same; points of one number are left out."""
    likeness = likeness_of(corpus)
    cited = _cited(corpus, links)
    found = [link for key in sorted(cited) for link in _chain(likeness, key, cited[key])]
    return in_order(found)


def _cited(corpus: Corpus, links: Iterable[Link]) -> Mapping[tuple[str, str], Sequence[_Citing]]:
    """Who cites what, by rule and target; each point once for each target, in order."""
    references = {reference.id: reference for reference in corpus.references}
    found: dict[tuple[str, str], dict[str, _Citing]] = {}
    for link in in_order(links):
        start = corpus.point.get(link.start)
        key = _target(corpus, link)
        reference = references.get(link.via or "")
        if start and key and reference and not start.kind.housekeeping and _is_behind(reference, start):
            citing = _Citing(start, link, reference.sentence)
            found.setdefault(key, {}).setdefault(start.id, citing)
    return {key: sorted(all_.values(), key=lambda one: one.point.place) for key, all_ in found.items()}


def _is_behind(reference: Reference, start: Point) -> bool:
    """Whether what is cited has been, and is not announced."""
    return start.date is not None and reference.date <= start.date.isoformat()


def _target(corpus: Corpus, link: Link) -> tuple[str, str] | None:
    """What a link cites, if it is something that two points can have in common."""
    if link.type not in (LinkType.STATED_REFERENCE, LinkType.DATE_REFERENCE) or link.status is LinkStatus.POSSIBLE:
        return None
    if link.end is not None:
        housekeeping = corpus.point[link.end].kind.housekeeping
        return None if housekeeping else (IN_CORPUS, link.end)
    if link.meeting is None:
        return None
    return (OUT_OF_CORPUS, f"{link.meeting}.{link.item_number}") if link.item_number else (OF_MEETING, link.meeting)


def _chain(likeness: Likeness, key: tuple[str, str], citing: Sequence[_Citing]) -> Iterator[Link]:
    rule, target = key
    matters = {one.point.number or one.point.id for one in citing}
    for index, later in enumerate(citing):
        before = next((one for one in reversed(citing[:index]) if _fits(likeness, rule, later, one)), None)
        if before is None or (later.point.number is not None and later.point.number == before.point.number):
            continue
        yield Link(
            type=LinkType.COMMON_ANTECEDENT,
            start=later.point.id,
            end=before.point.id,
            rule=rule,
            confidence=round(min(later.link.confidence, before.link.confidence), 3),
            status=LinkStatus.ACCEPTED if len(matters) <= MOST_CITING else LinkStatus.POSSIBLE,
            via=later.link.via,
            detail=target,
        )


def _fits(likeness: Likeness, rule: str, later: _Citing, before: _Citing) -> bool:
    """Whether both mean one decision: they name its point, or say the same of a meeting of many."""
    return rule != OF_MEETING or likeness.alike(later.sentence, before.sentence) >= SAME_MATTER
