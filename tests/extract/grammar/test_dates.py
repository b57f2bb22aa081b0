from datetime import date, time

import pytest

from extract.grammar.dates import date_at, find_dates, find_time


@pytest.mark.parametrize(
    "text",
    [
        "den 8. februar 2024", "08-02-2024", "8/2 2024", "8/2-2024", "8.2.24", "8.2.2024", "d. 08. februar 2024", "2024-02-08",  # noqa: E501
        "torsdag den 8. feb. 2024, kl. 16.00-18.30", "8-2-24",
    ],
)  # fmt: skip
def test_forms_of_one_date(text: str) -> None:
    assert [found.date for found in find_dates(text)] == [date(2024, 2, 8)]


@pytest.mark.parametrize("text", ["30. februar 2024", "24/10234", "21-014420", "side 8 af 24", "1.250.000 kr.", "8.2"])
def test_what_is_no_date(text: str) -> None:
    assert list(find_dates(text)) == []


def test_two_digit_years_turn_at_seventy() -> None:
    assert [found.date.year for found in find_dates("1/5-69, 1/5-71")] == [2069, 1971]


def test_a_date_at_its_place() -> None:
    found = date_at("mødet den 3. maj 2023.", 6)
    assert found is not None
    assert (found.start, found.end) == (6, 21)


@pytest.mark.parametrize(
    ("text", "moment"),
    [("kl. 15.30", time(15, 30)), ("kl. 9", time(9)), ("17:00 – 19:30", time(17)), ("Kl. 16.00-18.30", time(16))],
)
def test_time_of_day(text: str, moment: time) -> None:
    found = find_time(text)
    assert found is not None
    assert found[0] == moment


@pytest.mark.parametrize("text", ["lokale 14", "08-02-2024", "1.250 kr.", "kl. 31"])
def test_what_is_no_time(text: str) -> None:
    assert find_time(text) is None
