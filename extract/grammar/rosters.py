"""Who may vote: the members on the list of participants, and the local lists that the document explains."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from extract.grammar.attendance import MarkedAttendee
from extract.grammar.locallists import read_lists
from extract.grammar.names import FoundName
from extract.records import AttendanceStatus, AttendeeKind


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who may vote."""

    name: str
    party: str | None  # as printed
    is_always_there: bool = True


@dataclass(frozen=True, slots=True)
class Roster:
    """The members of a meeting; empty where none are printed."""

    members: tuple[Member, ...] = ()
    away: frozenset[str] = frozenset()  # those whom the header has as away from all or some of the meeting
    lists: dict[str, str] = field(default_factory=dict)  # letters of a local list: its name

    @classmethod
    def of(cls, attendees: Iterable[MarkedAttendee], head: Iterable[str] = (), text: Iterable[str] = ()) -> Roster:
        """The roster of a header: its attendees, and the local lists that head and text name ("T = Tværlisten")."""
        kinds = (AttendeeKind.MEMBER, AttendeeKind.SUBSTITUTE)
        people = [one for one in attendees if one.attendee.kind in kinds]
        away = frozenset(
            name
            for one in people
            for name in (one.attendee.name if _is_away(one) else None, one.attendee.substitute_for)
            if name
        )
        members = tuple(
            Member(one.attendee.name, one.attendee.party_surface, one.attendee.name not in away) for one in people
        )
        return cls(members, away, read_lists(head, text))

    @property
    def always_there(self) -> frozenset[str]:
        """The members who were there all the time, as far as the header says."""
        return frozenset(one.name for one in self.members if one.is_always_there)

    @property
    def _names(self) -> frozenset[str]:
        return frozenset(one.name for one in self.members)

    def holds(self, name: str) -> bool:
        """Whether somebody of this name, or with it as a part of theirs, is a member."""
        return bool(self._called(name))

    def resolve(self, name: FoundName) -> FoundName:
        """A voter printed by first name ("Hanne (V)") or in the genitive with the full name, if one member fits."""
        if name.person is None:
            return name
        if " " in name.person:
            bare = name.person.removesuffix("s").rstrip("'’")
            return replace(name, person=bare) if bare in self._names and name.person not in self._names else name
        fitting = [one for one in self._called(name.person) if name.party is None or one.party in (None, name.party)]
        return replace(name, person=fitting[0].name) if len(fitting) == 1 else name

    def _called(self, name: str) -> list[Member]:
        words = set(name.casefold().split())
        return [one for one in self.members if words <= set(one.name.casefold().split())]


def _is_away(one: MarkedAttendee) -> bool:
    is_listed = one.attendee.status is AttendanceStatus.ABSENT or one.is_marked
    return is_listed or one.points is not None or one.movement is not None
