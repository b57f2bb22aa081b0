"""Which decisions stand in the graph more than once: councils print again what their committees decided, votes and all.

A vote is one vote, however often it is printed. What is printed stays; this says which print counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Print:
    """A decision as one point prints it."""

    id: str
    body: str
    date: dt.date
    own: bool  # in the minutes of the body itself
    matter: str  # the number of the point, else its title
    text: str
    place: tuple[str, str]  # the date of the point and its id

    @property
    def wording(self) -> tuple[str, dt.date, str, str]:
        """What prints of one decision have in common."""
        return self.body, self.date, self.matter, " ".join(self.text.split())


def repeated(prints: Iterable[Print]) -> Collection[str]:
    """The ids of the decisions that are printed elsewhere in the graph, where they count.

    `prints` holds all decisions of each body and date in it. Where the body's own minutes of that date are there, they
    count and quotations do not; else the earliest of the quotations in the same words on the same matter.
    """
    known = list(prints)
    minuted = {(one.body, one.date) for one in known if one.own}
    seen: set[tuple[str, dt.date, str, str]] = set()
    again: set[str] = set()
    for one in sorted(known, key=lambda one: (one.place, one.id)):
        if one.own:
            continue
        if (one.body, one.date) in minuted or one.wording in seen:
            again.add(one.id)
        seen.add(one.wording)
    return again
