"""What a reference to another meeting or point means: the one that fits, where exactly one does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

BODY_NAMED, BODY_OPEN = 0.95, 0.8


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that refers to another meeting: by date, and perhaps by body and number of the point."""

    id: str
    date: str  # ISO date
    item_number: str | None
    body: str | None  # id
    meeting: str  # where it stands


@dataclass(frozen=True, slots=True)
class Target:
    """A meeting that could be meant, with its points as (number, id)."""

    meeting: str
    body: str
    date: date
    items: tuple[tuple[str | None, str], ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a reference means, by which rule and how surely."""

    reference: str
    label: str  # AgendaItem or Meeting
    target: str
    rule: str
    confidence: float


def resolve(references: Iterable[Reference], targets: Sequence[Target]) -> list[Resolution]:
    """The references that fit exactly one point (date and number) or meeting (date alone, of a named body).

    Only meetings of the reference's own municipality fit. A meeting that only names its own date refers to nothing.
    """
    found = [_resolve(reference, targets) for reference in sorted(references, key=lambda reference: reference.id)]
    return [resolution for resolution in found if resolution]


def _resolve(reference: Reference, targets: Sequence[Target]) -> Resolution | None:
    municipality = reference.meeting.split(".")[0]
    fitting = [
        target
        for target in targets
        if target.date.isoformat() == reference.date
        and target.body.split(".")[0] == municipality
        and reference.body in (None, target.body)
    ]
    confidence = BODY_NAMED if reference.body else BODY_OPEN
    if reference.item_number is not None:
        items = [id_ for target in fitting for number, id_ in target.items if number == reference.item_number]
        if len(items) == 1:
            return Resolution(reference.id, "AgendaItem", items[0], "date_and_number", confidence)
    elif reference.body and len(fitting) == 1 and fitting[0].meeting != reference.meeting:
        return Resolution(reference.id, "Meeting", fitting[0].meeting, "date", confidence)
    return None
