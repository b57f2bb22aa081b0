from __future__ import annotations

from datetime import date

from graph.threads.coverage import Coverage, Gap
from tests.graph.threads.nordlev import COUNCIL, CULTURE, Nordlev

END = date(2024, 12, 31)


def test_a_body_that_meets_every_month_leaves_no_gap_and_july_is_free():
    nordlev = Nordlev()
    for day in ("2024-05-07", "2024-06-04", "2024-08-20", "2024-09-10"):
        nordlev.point(day, "Plan")
    coverage = Coverage.of(nordlev.corpus(), END)
    assert coverage.gaps(CULTURE, date(2024, 5, 7), date(2024, 9, 10)) == []
    assert coverage.gaps(CULTURE, date(2024, 5, 7), END) == [Gap(date(2024, 9, 11), date(2024, 12, 30), False)]


def test_more_than_two_months_is_a_gap_and_a_third_of_a_year_surely_one():
    nordlev = Nordlev()
    for day in ("2024-01-09", "2024-04-02", "2024-11-05"):
        nordlev.point(day, "Plan")
    gaps = Coverage.of(nordlev.corpus(), END).gaps(CULTURE, date(2024, 1, 9), date(2024, 11, 5))
    assert gaps == [Gap(date(2024, 1, 10), date(2024, 4, 1), False), Gap(date(2024, 4, 3), date(2024, 11, 4), True)]


def test_numbers_that_run_through_the_year_tell_what_is_missing():
    nordlev = Nordlev()
    for day, number in (("2024-01-09", "1"), ("2024-01-09", "2"), ("2024-02-06", "12"), ("2024-05-07", "13")):
        nordlev.point(day, "Plan", item_number=number)
    nordlev.point("2025-01-07", "Plan", item_number="9")
    gaps = Coverage.of(nordlev.corpus(), date(2025, 12, 31)).gaps(CULTURE, date(2024, 1, 9), date(2025, 1, 7))
    assert gaps == [Gap(date(2024, 1, 10), date(2024, 2, 5), True), Gap(date(2024, 5, 8), date(2025, 1, 6), True)]


def test_a_body_without_minutes_is_one_gap():
    coverage = Coverage.of(Nordlev().corpus(), END)
    assert coverage.gaps(COUNCIL, date(2024, 1, 1), END) == [Gap(date(2024, 1, 2), date(2024, 12, 30), True)]
    assert coverage.first_after(COUNCIL, date(2024, 1, 1)) is None


def test_what_comes_after_the_day_is_not_known():
    nordlev = Nordlev()
    for day in ("2024-01-09", "2024-02-06"):
        nordlev.point(day, "Plan")
    coverage = Coverage.of(nordlev.corpus(), date(2024, 1, 31))
    assert coverage.met(CULTURE, date(2024, 1, 9))
    assert coverage.first_after(CULTURE, date(2024, 1, 9)) is None


def test_an_agenda_covers_nothing():
    nordlev = Nordlev()
    nordlev.point("2024-01-09", "Plan", status="planned")
    coverage = Coverage.of(nordlev.corpus(), END)
    assert not coverage.met(CULTURE, date(2024, 1, 9))
    assert coverage.first_after(CULTURE, date(2024, 1, 1)) is None
