"""Who may vote: the members on the list of participants, and the local lists that the header explains."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from extract.grammar.attendance import MarkedAttendee
from extract.grammar.names import FoundName
from extract.records import AttendeeKind

_LEGEND = re.compile(
    r"\s*(?:Liste\s+)?(?P<letters>[A-ZÆØÅ]{1,2})\s*(?:=|:|–|-)\s*(?P<name>[A-ZÆØÅ][\w' .&-]{3,50}?)\s*$"
)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who may vote."""

    name: str
    party: str | None  # as printed


@dataclass(frozen=True, slots=True)
class Roster:
    """The members of a meeting; empty where none are printed."""

    members: tuple[Member, ...] = ()
    lists: dict[str, str] = field(default_factory=dict)  # letters of a local list: its name

    @classmethod
    def of(cls, attendees: Iterable[MarkedAttendee], header: Iterable[str] = ()) -> Roster:
        """The roster of a header: its attendees, and lines such as "T = Tværlisten"."""
        kinds = (AttendeeKind.MEMBER, AttendeeKind.SUBSTITUTE)
        people = (one.attendee for one in attendees)
        members = tuple(Member(one.name, one.party_surface) for one in people if one.kind in kinds)
        legends = (match for text in header if "=" in text and (match := _LEGEND.fullmatch(text)))
        return cls(members, {match["letters"]: match["name"] for match in legends})

    def holds(self, name: str) -> bool:
        """Whether somebody of this name, or with it as a part of theirs, is a member."""
        return bool(self._called(name))

    def resolve(self, name: FoundName) -> FoundName:
        """A voter printed by first name ("Hanne (V)") with the full name, if one member alone fits."""
        if name.person is None or " " in name.person:
            return name
        fitting = [one for one in self._called(name.person) if name.party is None or one.party in (None, name.party)]
        return replace(name, person=fitting[0].name) if len(fitting) == 1 else name

    def _called(self, name: str) -> list[Member]:
        words = set(name.casefold().split())
        return [one for one in self.members if words <= set(one.name.casefold().split())]
