from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.records import ItemKind
from graph.errors import JudgementsContradict
from graph.threads.cases import find_same_numbers, thread_cases
from graph.threads.containers import judge
from graph.threads.corpus import Corpus, Point
from graph.threads.links import Link, LinkStatus, LinkType
from tests.graph.threads.test_containers import point


def corpus(*points: Point, municipality: str = "nordlev") -> Corpus:
    return Corpus(municipality, points=points)


def same_numbers(*points: Point, municipality: str = "nordlev") -> list[tuple[str, str | None, str]]:
    links = find_same_numbers(corpus(*points, municipality=municipality), judge(points))
    return [(link.start, link.end, link.rule) for link in links]


def test_points_of_a_number_are_linked_each_with_the_one_before():
    first, second, third = (point("nordlev.24-1", day=day) for day in (1, 2, 3))
    assert same_numbers(third, first, second) == [
        (second.id, first.id, "same_number"),
        (third.id, second.id, "same_number"),
    ]


STI, HAVN = "Ny cykelsti ved åen", "Takster for bådpladser"


@pytest.mark.parametrize(
    ("title", "text", "day", "body", "confidence", "status"),
    [
        ("Cykelsti, licitation", "", 2, "byraadet", 0.99, LinkStatus.ACCEPTED),
        (HAVN, "Afgiften følger efter cykelstien langs med åen.", 1, "vejudvalget", 0.95, LinkStatus.ACCEPTED),
        (HAVN, "Afgiften stiger.", 2, "byraadet", 0.85, LinkStatus.ACCEPTED),
        (HAVN, "Afgiften stiger.", 1, "byraadet", 0.5, LinkStatus.POSSIBLE),
        (HAVN, "Afgiften stiger.", 2, "vejudvalget", 0.5, LinkStatus.POSSIBLE),
    ],
)
def test_what_nothing_but_a_number_connects_is_perhaps_two_matters(title, text, day, body, confidence, status):
    early = point("nordlev.24-1", title=STI)
    late = replace(point("nordlev.24-1", day=day, ordinal=2, title=title, body=body), text=text)
    [link] = find_same_numbers(corpus(early, late), judge([early, late]))
    assert (link.start, link.end, link.confidence, link.status) == (late.id, early.id, confidence, status)


def test_a_point_goes_on_with_the_last_of_its_title():
    one, other, again = (point("nordlev.24-1", day=day, title=title) for day, title in ((1, STI), (2, HAVN), (3, STI)))
    assert [(start, end) for start, end, _ in same_numbers(one, other, again)] == [
        (other.id, one.id),
        (again.id, one.id),
    ]


def test_a_number_is_not_believed_where_the_old_title_stands_beside_it():
    early = point("nordlev.24-1", title=STI)
    late, beside = point("nordlev.24-1", day=9, title=HAVN), point("nordlev.24-2", day=9, ordinal=2, title=STI)
    [link] = find_same_numbers(corpus(early, late, beside), judge([early, late, beside]))
    assert (link.start, link.end, link.status) == (late.id, early.id, LinkStatus.POSSIBLE)


def test_a_title_that_names_two_matters_of_a_number_goes_on_with_both():
    one = point("nordlev.24-1", day=1, title=STI, body="vejudvalget")
    other = point("nordlev.24-1", day=2, title=HAVN, body="havneudvalget")
    both = point("nordlev.24-1", day=3, title="Cykelsti ved åen og takster for bådpladser")
    assert [(start, end) for start, end, _ in same_numbers(one, other, both)] == [
        (both.id, other.id),
        (both.id, one.id),
        (other.id, one.id),
    ]


@pytest.mark.parametrize(("titles", "joined"), [((STI, HAVN), 1), ((STI, HAVN, "Hundelufteplads"), 0)])
def test_three_unrelated_matters_of_a_body_are_a_drawer(titles, joined):
    points = [point("nordlev.24-1", day=day, title=title) for day, title in enumerate(titles, 1)]
    links = find_same_numbers(corpus(*points), judge(points))
    assert [link.status for link in links].count(LinkStatus.ACCEPTED) == joined
    assert len(links) == len(titles) - 1


@pytest.mark.parametrize(
    ("title", "day", "status"),
    [("Hjertekost på skolerne", 9, "accepted"), ("Takster", 9, "possible"), ("Hjertekost på skolerne", 31, "possible")],
)
def test_one_title_in_a_drawer_is_one_matter_where_it_names_it_and_soon(title, day, status):
    others = "Ventelister", "Rosport", "Omsorgssystem", "Fastholdelse af personale", "Busruter"
    drawer = [point("nordlev.24-2", day=number, title=other) for number, other in enumerate(others, 2)]
    first = point("nordlev.24-2", day=1, title=title)
    later = point("nordlev.24-2", day=day, title=title, body="kulturudvalget")
    if day == 31:
        later = replace(later, date=date(2024, 12, 31))
    [link] = find_same_numbers(corpus(first, *drawer, later), judge([first, *drawer, later]))
    assert (link.start, link.end, link.status) == (later.id, first.id, status)


def test_a_container_links_nothing_and_a_drawer_what_has_one_title():
    formal = [point("nordlev.24-1", ItemKind.NOTICES, day=day) for day in (1, 2, 3, 4)]
    assert same_numbers(*formal, point("nordlev.24-1", day=5), point("nordlev.24-1", day=6)) == []
    titles = "Ventelister", "Hjertekost", "Rosport", "Omsorgssystem", "Fastholdelse af personale"
    drawer = [point("nordlev.24-2", day=day, title=title) for day, title in enumerate(titles, 1)]
    council = point("nordlev.24-2", day=9, title="Hjertekost.", body="kulturudvalget")
    assert same_numbers(*drawer, council) == [(council.id, drawer[1].id, "same_title")]


def test_a_number_links_the_points_of_those_bodies_that_use_it_for_a_matter():
    formal = [point("nordlev.24-1", ItemKind.NOTICES, day=day) for day in (1, 2, 3, 4)]
    lone = point("nordlev.24-1", day=5)
    one, other = (point("nordlev.24-1", day=day, title="Ny cykelsti", body="vejudvalget") for day in (6, 7))
    assert same_numbers(*formal, lone, one, other) == [(other.id, one.id, "same_number")]


def test_numbers_of_an_unknown_municipality_link_nothing():
    assert same_numbers(point("ukendt.24-1", day=1), point("ukendt.24-1", day=2), municipality="ukendt") == []


POINTS = tuple(point(None, day=day) for day in range(1, 7))


def joined(one: int, other: int, confidence: float = 0.9, **more: object) -> Link:
    kind = more.pop("type", LinkType.BODIES_ON_ONE_POINT)
    return Link(kind, POINTS[one].id, POINTS[other].id, "quoted_title", confidence, **more)  # type: ignore[arg-type]


def cases(links: Sequence[Link], *kept_apart: tuple[int, int]) -> list[list[int]]:
    pairs = [(POINTS[one].id, POINTS[other].id) for one, other in kept_apart]
    threads = thread_cases(corpus(*POINTS), links, pairs)
    return [[POINTS.index(member) for member in thread.points] for thread in threads]


def test_joining_links_make_a_case_named_after_its_first_point():
    assert cases([joined(4, 2), joined(2, 1)]) == [[0], [1, 2, 4], [3], [5]]


@pytest.mark.parametrize(
    "link",
    [
        joined(2, 1, type=LinkType.SERIES),
        joined(2, 1, type=LinkType.MENTION),
        joined(2, 1, status=LinkStatus.POSSIBLE),
        joined(2, 1, status=LinkStatus.REFUSED),
        Link(LinkType.POSTPONED, POINTS[2].id, None, "postponed", 0.9),
        Link(LinkType.POSTPONED, POINTS[2].id, "nordlev.byraadet.2023-01-01.1", "postponed", 0.9),
    ],
)
def test_what_relates_is_possible_or_leads_out_joins_nothing(link):
    assert cases([link]) == [[0], [1], [2], [3], [4], [5]]


def test_housekeeping_joins_nothing():
    formal = point(None, ItemKind.NOTICES, day=8)
    one, other = POINTS[:2]
    links = [Link(LinkType.MANUAL, formal.id, each.id, "by_a_person", 1.0) for each in (one, other)]
    threads = thread_cases(corpus(one, other, formal), links)
    assert [thread.points for thread in threads] == [(one,), (other,)]


def test_each_member_keeps_the_strongest_link_towards_the_first():
    weak, strong, further = joined(1, 0, 0.6), joined(1, 0, 0.99, via="decision"), joined(2, 1)
    thread = thread_cases(corpus(*POINTS), [weak, further, strong])[0]
    assert thread.links == (None, strong, further)


def test_kept_apart_breaks_the_weakest_link_between():
    assert cases([joined(1, 0, 0.99), joined(2, 1, 0.8)], (0, 2)) == [[0, 1], [2], [3], [4], [5]]
    assert cases([joined(1, 0, 0.8), joined(2, 1, 0.99)], (2, 0)) == [[0], [1, 2], [3], [4], [5]]


def test_what_people_join_holds_against_rules_and_not_against_people():
    manual = joined(1, 0, 1.0, type=LinkType.MANUAL)
    assert cases([manual, joined(2, 1)], (0, 2)) == [[0, 1], [2], [3], [4], [5]]
    with pytest.raises(JudgementsContradict):
        cases([manual], (0, 1))


PAIRS = st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1])
LINKS = st.builds(lambda pair, confidence: joined(*pair, confidence), PAIRS, st.sampled_from([0.8, 0.9, 0.99]))


@given(st.lists(LINKS, max_size=8), st.lists(PAIRS, max_size=3), st.randoms(use_true_random=False))
def test_cases_are_a_partition_that_keeps_apart_in_any_order(links, apart, shuffler):
    found = cases(links, *apart)
    assert sorted(member for case in found for member in case) == list(range(6))
    of = {member: number for number, case in enumerate(found) for member in case}
    assert all(of[one] != of[other] for one, other in apart)
    shuffler.shuffle(links)
    shuffler.shuffle(apart)
    assert cases(links, *[(other, one) for one, other in apart]) == found


@given(st.lists(LINKS, max_size=8), st.lists(PAIRS, max_size=3))
def test_the_links_of_the_members_hold_each_case_together(links, apart):
    pairs = [(POINTS[one].id, POINTS[other].id) for one, other in apart]
    for thread in thread_cases(corpus(*POINTS), links, pairs):
        assert thread.links[0] is None
        again = thread_cases(corpus(*thread.points), [link for link in thread.links if link])
        assert [case.points for case in again] == [thread.points]
