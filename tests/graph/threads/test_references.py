from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.threads.references import Reference, Target, resolve

DAY = date(2024, 1, 9)
COUNCIL = Target("nordlev.byraadet.2024-01-09", "nordlev.byraadet", DAY, (("1", "council.1"), ("2", "council.2")))
CULTURE = Target("nordlev.kultur.2024-01-09", "nordlev.kultur", DAY, (("1", "culture.1"),))
ELSEWHERE = Target("soeby.byraadet.2024-01-09", "soeby.byraadet", DAY, (("7", "elsewhere.7"),))
TARGETS = [COUNCIL, CULTURE, ELSEWHERE]
HERE = "nordlev.kultur.2024-03-01"


@pytest.mark.parametrize(
    ("number", "body", "expected"),
    [
        ("1", "nordlev.byraadet", "council.1"),
        ("2", None, "council.2"),
        ("1", None, None),  # two bodies have a point 1
        ("7", None, None),  # another municipality's
        ("3", "nordlev.byraadet", None),
        (None, "nordlev.kultur", CULTURE.meeting),
        (None, None, None),
    ],
)
def test_a_reference_means_what_alone_fits(number, body, expected):
    found = resolve([Reference("r", DAY.isoformat(), number, body, HERE)], TARGETS)
    assert [each.target for each in found] == ([expected] if expected else [])


def test_a_meeting_that_names_its_own_date_refers_to_nothing():
    assert resolve([Reference("r", DAY.isoformat(), None, CULTURE.body, CULTURE.meeting)], TARGETS) == []


def test_two_meetings_of_one_body_on_one_day_leave_it_open():
    later = replace(CULTURE, meeting=CULTURE.meeting + "t1700", items=())
    assert resolve([Reference("r", DAY.isoformat(), None, CULTURE.body, HERE)], [*TARGETS, later]) == []
