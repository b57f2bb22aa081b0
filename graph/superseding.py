"""Which version of a document counts: a pure function of two versions and the place that both were read from.

A newer version takes the place of the one that stands. Newer is what was given later, unless both are known to be
fetched on different days: then that day decides, whatever came first. Three things do not make a newer version: a file
in which no meeting is read (an error page that a server sent), a file that tells of another meeting while the one that
stands has a place of its own (an address that lists the minutes of many meetings, `latest.pdf`), and two files of one
run that give one address without saying when each was fetched. There both stand, and it is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Fate(StrEnum):
    """What becomes of two versions, one given, one standing."""

    REPLACES = "replaces"  # the given one takes the place of the standing one
    OLDER = "older"  # the standing one is the newer: the given one does not come in
    UNREAD = "unread"  # both stand: no meeting was read in the given one
    OTHER_MEETING = "other-meeting"  # both stand: they tell of different meetings
    SAME_RUN = "same-run"  # both stand: nothing says which is newer


@dataclass(frozen=True, slots=True)
class Version:
    """A document as far as it matters here; places are ids of sources."""

    document: str  # sha256
    matters: frozenset[str]
    files: frozenset[str]
    addresses: frozenset[str]
    retrieved: date | None = None

    @property
    def places(self) -> frozenset[str]:
        """Where it lies."""
        return self.files | self.addresses


def matters(groups: Iterable[str], document: str) -> frozenset[str]:
    """What a document tells of: its meetings, without the hash that keeps those apart of which too little is known."""
    return frozenset(group.replace(f"-{document[:12]}", "") for group in groups)


def fate(given: Version, standing: Version, *, same_run: bool = False) -> Fate:
    """What becomes of a version that is given where another stands; `same_run`: both were given together."""
    if standing.matters and not given.matters:
        return Fate.UNREAD
    is_same_meeting = not standing.matters or bool(given.matters & standing.matters)
    if not is_same_meeting:
        lay_here_alone = bool(standing.files) and standing.files <= given.files
        return Fate.REPLACES if lay_here_alone else Fate.OTHER_MEETING
    if given.retrieved and standing.retrieved and given.retrieved != standing.retrieved:
        return Fate.REPLACES if standing.retrieved < given.retrieved else Fate.OLDER
    if same_run and not given.files & standing.files:
        return Fate.SAME_RUN
    return Fate.REPLACES
