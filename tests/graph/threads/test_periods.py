from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.threads.periods import NoPeriod, Period, Why, from_day, read


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2025-09", "2025-09-01", "2025-09-30"),
        ("2024-02-late", "2024-02-21", "2024-02-29"),
        ("2023-10-mid", "2023-10-11", "2023-10-20"),
        ("2023-10-early", "2023-10-01", "2023-10-10"),
        ("2024-Q3", "2024-07-01", "2024-09-30"),
        ("2024-H2", "2024-07-01", "2024-12-31"),
        ("2024-spring", "2024-03-01", "2024-05-31"),
        ("2024-summer", "2024-06-01", "2024-08-31"),
        ("2024-autumn", "2024-09-01", "2024-11-30"),
        ("2024-winter", "2024-01-01", "2025-02-28"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-late", "2025-09-01", "2025-12-31"),
        ("2024-Q1/2024-Q2", "2024-01-01", "2024-06-30"),
        ("2026/2029", "2026-01-01", "2029-12-31"),
        ("2025-01-30/2025-02-02", "2025-01-30", "2025-02-02"),
        (" 2025-09 ", "2025-09-01", "2025-09-30"),
    ],
)
def test_a_partial_date_has_a_first_and_a_last_day(text, first, last):
    assert read(text) == Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Why.NO_FORM),
        ("/", Why.NO_FORM),
        ("snart", Why.NO_FORM),
        ("2024-Q5", Why.NO_FORM),
        ("2024-1-1", Why.NO_FORM),
        ("٢٠٢٤", Why.NO_FORM),
        ("2025-13", Why.NO_SUCH_DAY),
        ("2025-02-30", Why.NO_SUCH_DAY),
        ("2025-00", Why.NO_SUCH_DAY),
        ("0024-01-01", Why.FAR_YEAR),
        ("9999", Why.FAR_YEAR),
        ("2025/2024", Why.BACKWARDS),
        ("2025-01-05/2025-01-02", Why.BACKWARDS),
        ("2025-06/2025", Why.BACKWARDS),
        ("--08", Why.EVERY_YEAR),
        ("--08-15", Why.EVERY_YEAR),
        ("2025/--08", Why.EVERY_YEAR),
    ],
)
def test_what_is_no_date_says_why(text, why):
    assert read(text) == NoPeriod(text, why)


def test_a_school_year_begins_in_august_and_a_budget_period_in_january():
    assert read("2024/2025", "skoleåret 2024/25") == Period(date(2024, 8, 1), date(2025, 7, 31))
    assert read("2024/2025", "budget 2024-2025") == Period(date(2024, 1, 1), date(2025, 12, 31))
    assert read("2024/2027", "skoleårene 2024-2027") == Period(date(2024, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Udvalget ønsker en status om et halvt år.", "2025-08"),
        ("Status om tre måneder.", "2025-05"),
        ("Sagen forelægges igen om 1 år", "2026-02"),
        ("svar inden for 14 dage", "2025-03-06"),
        ("igen om to uger", "2025-03-06"),
        ("om et kvartal", "2025-05"),
        ("om året", None),
        ("om 0 dage", None),
        ("om en halv måned", None),
        ("om en halv uge", None),
        ("om to måneders drift", None),
        ("snart", None),
    ],
)
def test_a_time_is_counted_from_the_day_it_is_said(text, expected):
    assert from_day(text, date(2025, 2, 20)) == (read(expected) if expected else None)


@given(st.text(alphabet="0123456789-/QH springautmelyd", max_size=24), st.text(max_size=12))
def test_any_text_is_a_period_or_says_why_not(text, surface):
    found = read(text, surface)
    assert isinstance(found, NoPeriod) or found.first <= found.last


@given(st.dates(), st.text(max_size=30) | st.from_regex(r"om [1-9][0-9]? (dage|uger|måneder|år)", fullmatch=True))
def test_counting_never_goes_back(day, text):
    found = from_day(text, day)
    assert found is None or found.last >= day


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_two_days_are_a_period_in_one_order_only(one, other):
    found = read(f"{one}/{other}")
    assert isinstance(found, Period) == (one <= other)
    if isinstance(found, Period):
        assert one in found
        assert other in found
        assert found.overlaps(Period(one, one))
