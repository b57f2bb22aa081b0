from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from extract.records import ItemKind
from graph.threads.cases import Rule, weave
from graph.threads.containers import judge
from graph.threads.corpus import Point
from tests.graph.threads.test_containers import point


def test_same_number_is_one_case_named_after_its_first_point():
    late, early = point("nordlev.24-1", day=20), point("nordlev.24-1", day=3)
    [thread] = weave([late, early], ())
    assert (thread.id, thread.rule) == (early.id, Rule.SAME_NUMBER)
    assert thread.points == (early, late)


def test_substantive_point_in_a_container_is_a_case_of_its_own():
    real = point("nordlev.24-9", day=2)
    other = point("nordlev.24-9", day=3)
    formal = point("nordlev.24-9", ItemKind.NOTICES, day=4)
    threads = weave([real, other, formal], {"nordlev.24-9"})
    assert [(thread.id, thread.rule) for thread in threads] == [(real.id, Rule.ALONE), (other.id, Rule.ALONE)]


def test_matter_in_a_drawer_goes_from_body_to_body_under_its_title():
    committee = point("nordlev.24-9", day=2, title="Ny cykelsti.")
    council = point("nordlev.24-9", day=9, title="Ny  cykelsti")
    other = point("nordlev.24-9", day=3, title="Ventelister")
    drawers = {"nordlev.24-9"}
    threads = weave([council, other, committee], drawers, drawers)
    assert [(thread.points, thread.rule) for thread in threads] == [
        ((committee, council), Rule.SAME_TITLE),
        ((other,), Rule.ALONE),
    ]


def test_housekeeping_is_in_no_case():
    assert weave([point(None, ItemKind.SIGNATURES)], ()) == []


def test_numbers_of_an_unknown_municipality_do_not_join():
    assert len(weave([point("ukendt.24-1", day=1), point("ukendt.24-1", day=2)], ())) == 2


@st.composite
def many_points(draw: st.DrawFn) -> list[Point]:
    numbers = st.sampled_from(["nordlev.24-1", "nordlev.24-2", None])
    kinds = st.sampled_from([ItemKind.DECISION, ItemKind.ORIENTATION, ItemKind.NOTICES])
    return [
        point(draw(numbers), draw(kinds), ordinal, draw(st.integers(1, 5)))
        for ordinal in range(1, draw(st.integers(0, 12)) + 1)
    ]


@given(many_points(), st.randoms(use_true_random=False))
def test_cases_are_a_partition_of_the_substantive_points(points: list[Point], shuffler: random.Random) -> None:
    containers = {number for number, verdict in judge(points).items() if verdict.container}
    threads = weave(points, containers)
    members = [member.id for thread in threads for member in thread.points]
    assert sorted(members) == sorted(each.id for each in points if not each.kind.housekeeping)
    shuffled = list(points)
    shuffler.shuffle(shuffled)
    assert weave(shuffled, containers) == threads
