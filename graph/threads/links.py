"""A link between two points is a statement: what it is, why, how sure, and whether it holds.

Joining links make cases; relating links never do, and are shown one step away. A link may lead out of the corpus: then
it names a meeting, and perhaps the number of a point, that no document at hand gives.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class LinkType(StrEnum):
    """What holds two points together."""

    SAME_NUMBER = "same_number"  # one case number that is no container
    BODIES_ON_ONE_POINT = "bodies_on_one_point"  # one body's decision quoted by another on the same point
    POSTPONED = "postponed"  # put off here, taken up there
    DELIVERED = "delivered"  # asked for or promised here, brought there
    MANUAL = "manual"  # a person said so
    STATED_REFERENCE = "stated_reference"  # "den 23. april 2025 (pkt. 25)"
    DATE_REFERENCE = "date_reference"  # "Udvalget besluttede den 12. oktober 2023"
    COMMON_ANTECEDENT = "common_antecedent"  # two points cite the same earlier decision
    SERIES = "series"  # the yearly survey, the next follow-up of the budget
    MENTION = "mention"  # one names the number or the matter of the other

    @property
    def joins(self) -> bool:
        """Whether points that it holds together are one case."""
        return self in _JOINING


_JOINING = frozenset(
    {
        LinkType.SAME_NUMBER,
        LinkType.BODIES_ON_ONE_POINT,
        LinkType.POSTPONED,
        LinkType.DELIVERED,
        LinkType.MANUAL,
    }
)


class LinkStatus(StrEnum):
    """Whether a link holds."""

    ACCEPTED = "accepted"
    POSSIBLE = "possible"  # shown as such; joins and relates nothing
    REFUSED = "refused"  # by a person, or because a person keeps its ends apart


@dataclass(frozen=True, slots=True)
class Link:
    """From the later point, or the one that states it, to the earlier one."""

    type: LinkType
    start: str  # id of a point
    end: str | None  # id of a point; none: a meeting, or a point out of the corpus
    rule: str  # "same_number", "date_and_number" … : a key of the reader's texts
    confidence: float  # 0..1, calibrated where the rule is measured
    status: LinkStatus = LinkStatus.ACCEPTED
    meeting: str | None = None  # id of the meeting that is meant, whether it is in the corpus or not
    item_number: str | None = None  # of the point that is meant, as printed, where it is not in the corpus
    via: str | None = None  # id of the Reference, FollowUp, Decision, Notice or Mention that states it
    detail: str | None = None  # what both ends share or the text says: a number, words, a quotation

    @property
    def place(self) -> tuple[str, str, str, str, str]:
        """What tells a link from all others, and puts them in order."""
        return (self.start, self.type.value, self.end or "", self.meeting or "", self.via or "")


def in_order(links: Iterable[Link]) -> list[Link]:
    """Each link once (of equal places the surest), sorted by place."""
    best: dict[tuple[str, ...], Link] = {}
    for link in links:
        before = best.get(link.place)
        if before is None or (link.confidence, link.rule) > (before.confidence, before.rule):
            best[link.place] = link
    return [best[place] for place in sorted(best)]
