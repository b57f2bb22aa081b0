"""Which version of a document counts: a pure function of two versions and the place that both were read from.

A newer version takes the place of the one that stands. Newer is what was given later, unless both are known to be
fetched on different days: then that day decides, whatever came first. Five things do not make a newer version: a file
in which no meeting is read (an error page that a server sent), a file that tells of another meeting while the one that
stands has a place of its own (an address that lists the minutes of many meetings, `latest.pdf`), a file from the same
address that lacks a meeting of the other (one meeting of a collection), two files of one run that give one address
without saying when each was fetched, and a masked place, of which it is not sure that it is the same. There both stand,
and it is told.
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
    OTHER_MEETING = "other-meeting"  # both stand: they tell of different meetings, or one of more than the newer
    SAME_RUN = "same-run"  # both stand: nothing says which is newer
    UNCLEAR = "unclear"  # both stand: they tell of one meeting, but perhaps never lay at one place


@dataclass(frozen=True, slots=True)
class Version:
    """A document as far as it matters here; places are ids of sources."""

    document: str  # sha256
    matters: frozenset[str]
    files: frozenset[str]
    addresses: frozenset[str]
    retrieved: date | None = None
    doubtful: frozenset[str] = frozenset()  # masked places, which may be those of others

    @property
    def places(self) -> frozenset[str]:
        """Where it surely lies."""
        return self.files | self.addresses

    def meets(self, other: Version) -> bool:
        """Whether both lie at one place; one that is not sure counts for two that tell of one meeting."""
        if self.places & other.places:
            return True
        return bool(self.matters & other.matters and (self.places | self.doubtful) & (other.places | other.doubtful))


def matters(groups: Iterable[str], document: str) -> frozenset[str]:
    """What a document tells of: its meetings, without the hash that keeps those apart of which too little is known."""
    return frozenset(group.replace(f"-{document[:12]}", "") for group in groups)


def fate(given: Version, standing: Version, *, same_run: bool = False) -> Fate:
    """What becomes of a version that is given where another stands, which it meets; `same_run`: given together."""
    if not given.places & standing.places:
        return Fate.UNCLEAR
    if standing.matters and not given.matters:
        return Fate.UNREAD
    is_same_meeting = not standing.matters or bool(given.matters & standing.matters)
    if not is_same_meeting:
        lay_here_alone = bool(standing.files) and standing.files <= given.files
        return Fate.REPLACES if lay_here_alone else Fate.OTHER_MEETING
    at_one_path = bool(given.files & standing.files)
    newer, older, what = given, standing, Fate.REPLACES
    if given.retrieved and standing.retrieved and given.retrieved != standing.retrieved:
        if given.retrieved < standing.retrieved:
            newer, older, what = standing, given, Fate.OLDER
    elif same_run and not at_one_path:
        return Fate.SAME_RUN
    return what if at_one_path or older.matters <= newer.matters else Fate.OTHER_MEETING
