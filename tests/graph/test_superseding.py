"""Which version counts: a table."""

from __future__ import annotations

from datetime import date

import pytest

from graph.superseding import Fate, Version, fate, matters

JANUARY, MAY = date(2026, 1, 5), date(2026, 5, 5)


def version(
    name: str, *, on: str = "9/1", files: str = "", web: str = "", day: date | None = None, maybe: str = ""
) -> Version:
    on_, files_, web_, maybe_ = (frozenset(words.split()) for words in (on, files, web, maybe))
    return Version(name, on_, files_, web_, day, maybe_)


@pytest.mark.parametrize(
    ("given", "standing", "same_run", "expected"),
    [
        # the same path, other bytes
        (version("b", files="p"), version("a", files="p"), False, Fate.REPLACES),
        # the same path tells of another meeting now: nothing else gives the old one
        (version("b", files="p", on="6/2"), version("a", files="p"), False, Fate.REPLACES),
        # it lies elsewhere too: `latest.pdf` beside the archive
        (version("b", files="p", on="6/2"), version("a", files="p q"), False, Fate.OTHER_MEETING),
        # but a copy of the old version elsewhere keeps it from nothing
        (version("b", files="p"), version("a", files="p q"), False, Fate.REPLACES),
        # one address, the same meeting
        (version("b", files="q", web="u"), version("a", files="p", web="u"), False, Fate.REPLACES),
        # an address that lists the minutes of many meetings
        (version("b", files="q", web="u", on="6/2"), version("a", files="p", web="u"), False, Fate.OTHER_MEETING),
        # given together: nothing says which is newer
        (version("b", files="q", web="u"), version("a", files="p", web="u"), True, Fate.SAME_RUN),
        # … unless each says when it was fetched
        (version("b", files="q", web="u", day=MAY), version("a", files="p", web="u", day=JANUARY), True, Fate.REPLACES),
        (version("b", files="q", web="u", day=JANUARY), version("a", files="p", web="u", day=MAY), True, Fate.OLDER),
        (version("b", files="p", day=JANUARY), version("a", files="p", day=MAY), False, Fate.OLDER),
        (version("b", files="q", web="u", day=MAY), version("a", files="p", web="u"), True, Fate.SAME_RUN),
        # an error page in the place of minutes
        (version("b", files="p", on=""), version("a", files="p"), False, Fate.UNREAD),
        # what could not be read gives way to anything
        (version("b", files="p"), version("a", files="p", on=""), False, Fate.REPLACES),
        (version("b", files="p", on=""), version("a", files="p", on=""), False, Fate.REPLACES),
        # one of two meetings is the same
        (version("b", files="p", on="6/2 9/1"), version("a", files="p q"), False, Fate.REPLACES),
        # one meeting of a collection, at the address of the collection
        (version("b", files="q", web="u"), version("a", files="p", web="u", on="9/1 6/2"), False, Fate.OTHER_MEETING),
        (
            version("b", files="q", web="u", day=MAY),
            version("a", files="p", web="u", on="9/1 6/2", day=JANUARY),
            False,
            Fate.OTHER_MEETING,
        ),
        # … whatever came first
        (
            version("a", files="p", web="u", on="9/1 6/2", day=JANUARY),
            version("b", files="q", web="u", day=MAY),
            False,
            Fate.OTHER_MEETING,
        ),
        # the collection holds all that the one told
        (version("b", files="q", web="u", on="9/1 6/2"), version("a", files="p", web="u"), False, Fate.REPLACES),
        # at a common path a file is what lies there now
        (version("b", files="p", web="u"), version("a", files="p", web="u", on="9/1 6/2"), False, Fate.REPLACES),
        # a masked name
        (version("b", maybe="p"), version("a", maybe="p"), False, Fate.UNCLEAR),
        (version("b", maybe="p", day=MAY), version("a", files="q", maybe="p", day=JANUARY), True, Fate.UNCLEAR),
    ],
)
def test_fate(given: Version, standing: Version, same_run: bool, expected: Fate) -> None:
    assert fate(given, standing, same_run=same_run) is expected


def test_versions_meet_at_one_place_and_at_a_doubtful_one_if_they_tell_of_one_meeting() -> None:
    assert version("b", files="p").meets(version("a", files="p q", on="6/2"))
    assert not version("b", files="p").meets(version("a", files="q"))
    assert version("b", maybe="p").meets(version("a", files="q p"))
    assert not version("b", maybe="p").meets(version("a", maybe="p", on="6/2"))
    assert not version("b", maybe="p", on="").meets(version("a", maybe="p", on=""))


def test_a_meeting_of_which_too_little_is_known_is_the_same_matter_in_both_versions() -> None:
    one, other = "a" * 64, "b" * 64
    assert matters([f"ukendt.byraadet.2024-01-09-{one[:12]}"], one) == {"ukendt.byraadet.2024-01-09"}
    assert matters([f"ukendt.byraadet.2024-01-09-{one[:12]}-2"], one) == {"ukendt.byraadet.2024-01-09-2"}
    assert matters(["nordlev.byraadet.2024-01-09"], other) == {"nordlev.byraadet.2024-01-09"}
