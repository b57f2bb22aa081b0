from __future__ import annotations

import random
from dataclasses import replace

import pytest

from extract.records import ItemKind
from graph.threads.links import LinkStatus, LinkType
from graph.threads.quoting import SameDecision, find_quotes, not_counting, same_decisions
from tests.graph.threads.nordlev import COUNCIL, CULTURE, FINANCE, ROADS, Nordlev

ROADS_DAY, FINANCE_DAY, COUNCIL_DAY = "2024-01-09", "2024-01-23", "2024-02-06"
TITLE = "Ny cykelsti ved åen"


def found(nordlev: Nordlev):
    return [(link.start, link.end, link.rule, link.via) for link in find_quotes(nordlev.corpus())]


@pytest.mark.parametrize(
    ("number", "title", "rule"),
    [
        ("24/7", TITLE, "quoted_number_and_title"),
        ("24/7", "Cykelstien anlægges", "quoted_number"),
        ("24/8", TITLE, "quoted_title"),
        ("24/8", "Havneplan", None),
        (None, "Orientering", None),
    ],
)
def test_a_quoted_decision_leads_to_the_point_that_it_was_taken_on(number, title, rule):
    nordlev = Nordlev()
    own = nordlev.point(ROADS_DAY, TITLE, "24/7", body=ROADS)
    nordlev.point(ROADS_DAY, "Ventelister", "24/9", body=ROADS)
    later = nordlev.point(COUNCIL_DAY, title, number, body=COUNCIL)
    quoted = nordlev.ruling(later, ROADS, ROADS_DAY)
    assert found(nordlev) == ([(later.id, own.id, rule, quoted.id)] if rule else [])


def test_it_joins_and_names_the_meeting():
    nordlev = Nordlev()
    own = nordlev.point(ROADS_DAY, TITLE, "24/7", body=ROADS)
    nordlev.ruling(nordlev.point(COUNCIL_DAY, TITLE, "24/7", body=COUNCIL), ROADS, ROADS_DAY)
    [link] = find_quotes(nordlev.corpus())
    assert (link.type, link.status, link.meeting) == (
        LinkType.BODIES_ON_ONE_POINT, LinkStatus.ACCEPTED, own.meeting,
    )  # fmt: skip


def test_of_several_points_with_the_number_it_is_the_one_with_the_title_else_the_one_that_decided_so():
    nordlev = Nordlev()
    first = nordlev.point(ROADS_DAY, "Budget, del et", "24/7", body=ROADS, decided="Udvalget anbefaler A.")
    second = nordlev.point(ROADS_DAY, "Budget, del to", "24/7", body=ROADS, decided="Udvalget anbefaler B.")
    by_title = nordlev.point(COUNCIL_DAY, "Budget, del et", "24/7", body=COUNCIL)
    nordlev.ruling(by_title, ROADS, ROADS_DAY, "Anbefales.")
    by_text = nordlev.point(COUNCIL_DAY, "Budget i alt", "24/7", body=COUNCIL)
    nordlev.ruling(by_text, ROADS, ROADS_DAY, "Udvalget  anbefaler B.")
    by_nothing = nordlev.point(COUNCIL_DAY, "Budget 2025", "24/7", body=COUNCIL)
    nordlev.ruling(by_nothing, ROADS, ROADS_DAY, "Anbefales.")
    assert {(start, end) for start, end, _, _ in found(nordlev)} == {(by_title.id, first.id), (by_text.id, second.id)}


def test_a_printed_point_number_leads_to_that_point_where_anything_else_agrees():
    nordlev = Nordlev()
    own = nordlev.point(ROADS_DAY, "Cykelsti langs åen", "24/6", body=ROADS, item_number="5")
    nordlev.point(ROADS_DAY, "Ventelister", "24/9", body=ROADS, item_number="6")
    right = nordlev.point(COUNCIL_DAY, "Anlæg af cykelsti", "24/7", body=COUNCIL)
    nordlev.ruling(right, ROADS, ROADS_DAY, item_number="5")
    misprint = nordlev.point(COUNCIL_DAY, "Havneplan", "24/8", body=COUNCIL)
    nordlev.ruling(misprint, ROADS, ROADS_DAY, item_number="6")
    links = {(link.start, link.end): (link.rule, link.status) for link in find_quotes(nordlev.corpus())}
    assert links[right.id, own.id] == ("quoted_item_number", LinkStatus.ACCEPTED)
    assert links.pop((right.id, own.id))
    [(rule, status)] = links.values()
    assert (rule, status) == ("quoted_item_number_alone", LinkStatus.POSSIBLE)


def test_number_and_title_count_more_than_a_printed_point_number():
    nordlev = Nordlev()
    own = nordlev.point(ROADS_DAY, TITLE, "24/7", body=ROADS, item_number="5")
    nordlev.point(ROADS_DAY, "Ventelister", "24/9", body=ROADS, item_number="6")
    later = nordlev.point(COUNCIL_DAY, TITLE, "24/7", body=COUNCIL)
    nordlev.ruling(later, ROADS, ROADS_DAY, item_number="6")
    [link] = find_quotes(nordlev.corpus())
    assert (link.end, link.rule, link.item_number) == (own.id, "quoted_number_and_title", "6")


def test_a_planned_step_leads_to_the_later_point():
    nordlev = Nordlev()
    plan = nordlev.point(ROADS_DAY, TITLE, "24/7", body=ROADS)
    step = nordlev.step(plan, COUNCIL, COUNCIL_DAY)
    nordlev.step(plan, ROADS, ROADS_DAY)
    nordlev.step(plan, FINANCE, None)
    later = nordlev.point(COUNCIL_DAY, TITLE, "24/7", body=COUNCIL)
    assert found(nordlev) == [(later.id, plan.id, "quoted_number_and_title", step.id)]


def test_the_number_of_a_container_says_nothing():
    nordlev = Nordlev()
    for day in (ROADS_DAY, COUNCIL_DAY, "2024-03-05"):
        nordlev.point(day, "Eventuelt", "24/1", body=ROADS, kind=ItemKind.ANY_OTHER_BUSINESS)
    nordlev.point(ROADS_DAY, TITLE, "24/1", body=ROADS)
    later = nordlev.point(COUNCIL_DAY, "Havneplan", "24/1", body=COUNCIL)
    nordlev.ruling(later, ROADS, ROADS_DAY)
    assert found(nordlev) == []


def test_nothing_is_found_without_meeting_without_date_for_housekeeping_or_in_an_unknown_municipality():
    nordlev = Nordlev()
    own = nordlev.point(ROADS_DAY, TITLE, "24/7", body=ROADS)
    later = nordlev.point(COUNCIL_DAY, TITLE, "24/7", body=COUNCIL)
    nordlev.ruling(later, FINANCE, FINANCE_DAY)
    nordlev.ruling(later, ROADS, FINANCE_DAY)
    notices = nordlev.point(COUNCIL_DAY, TITLE, "24/7", body=CULTURE, kind=ItemKind.NOTICES)
    nordlev.ruling(notices, ROADS, ROADS_DAY)
    assert found(nordlev) == []
    nordlev.ruling(later, ROADS, ROADS_DAY)
    assert [(start, end) for start, end, _, _ in found(nordlev)] == [(later.id, own.id)]
    assert find_quotes(replace(nordlev.corpus(), municipality="ukendt")) == []


def test_the_quotation_and_the_own_decision_are_one_decision():
    nordlev = Nordlev()
    own = nordlev.point(ROADS_DAY, TITLE, "24/7", body=ROADS, decided=None)
    decision = nordlev.ruling(own, ROADS, ROADS_DAY, "Anbefales.", own=True)
    prints = [
        nordlev.ruling(nordlev.point(day, TITLE, "24/7", body=body), ROADS, ROADS_DAY, "Anbefales.")
        for day, body in ((FINANCE_DAY, FINANCE), (COUNCIL_DAY, COUNCIL))
    ]
    corpus = nordlev.corpus()
    same = same_decisions(corpus, find_quotes(corpus))
    assert set(same) == {SameDecision(decision.id, one.id) for one in prints}
    assert set(not_counting(same)) == {one.id for one in prints}


def test_without_the_own_minutes_the_earliest_quotation_counts():
    nordlev = Nordlev()
    first = nordlev.ruling(nordlev.point(FINANCE_DAY, TITLE, "24/7", body=FINANCE), ROADS, ROADS_DAY, "Anbefales.")
    second = nordlev.ruling(
        nordlev.point(COUNCIL_DAY, TITLE, "24/7", body=COUNCIL), ROADS, ROADS_DAY, "Anbefales ikke."
    )
    nordlev.ruling(nordlev.point(COUNCIL_DAY, "Havneplan", "24/7", body=COUNCIL), ROADS, ROADS_DAY)
    assert same_decisions(nordlev.corpus(), []) == [SameDecision(first.id, second.id)]


def test_two_points_of_one_meeting_may_quote_two_decisions():
    nordlev = Nordlev()
    for _ in range(2):
        nordlev.ruling(nordlev.point(COUNCIL_DAY, TITLE, "24/7", body=COUNCIL), ROADS, ROADS_DAY)
    assert same_decisions(nordlev.corpus(), []) == []


def test_quotes_do_not_depend_on_the_order_of_what_is_read():
    nordlev = Nordlev()
    for number in ("24/7", "24/8", "24/9"):
        nordlev.point(ROADS_DAY, f"Sti {number}", number, body=ROADS)
        nordlev.ruling(nordlev.point(COUNCIL_DAY, f"Sti {number}", number, body=COUNCIL), ROADS, ROADS_DAY)
    corpus = nordlev.corpus()
    points, rulings = list(corpus.points), list(corpus.rulings)
    random.Random(7).shuffle(points)
    random.Random(8).shuffle(rulings)
    shuffled = replace(corpus, points=points, rulings=rulings)
    assert find_quotes(shuffled) == find_quotes(corpus) != []
    assert same_decisions(shuffled, find_quotes(corpus)) == same_decisions(corpus, find_quotes(corpus)) != []


@pytest.mark.parametrize(
    ("title", "numbers", "status"),
    [
        ("Takster 2024", ("24/7", "24/8"), LinkStatus.POSSIBLE),  # two committees have their own
        (TITLE, ("24/7", "24/8"), LinkStatus.POSSIBLE),  # two numbers speak against a plan
        ("Takster 2024", (None, None), LinkStatus.POSSIBLE),
        (TITLE, (None, None), LinkStatus.ACCEPTED),
    ],
)
def test_a_plan_is_met_by_a_title_alone_only_where_it_names_the_matter(title, numbers, status):
    nordlev = Nordlev()
    plan = nordlev.point(ROADS_DAY, title, numbers[0], body=ROADS)
    nordlev.step(plan, COUNCIL, COUNCIL_DAY)
    nordlev.point(COUNCIL_DAY, title, numbers[1], body=COUNCIL)
    [link] = find_quotes(nordlev.corpus())
    assert (link.rule, link.status) == ("quoted_title", status)
