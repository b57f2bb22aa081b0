"""Values in the words of Danish readers."""

import pytest

from api.pages.words import partial_date


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-04-09", "9. april 2024"),
        ("2024-04", "april 2024"),
        ("2024", "2024"),
        ("2024-Q3", "3. kvartal 2024"),
        ("2024-spring", "foråret 2024"),
        ("2024-winter", "vinteren 2024"),
        ("2024-04-mid", "medio april 2024"),
        ("2024-late", "ultimo 2024"),
        ("2024-Q1/2024-Q2", "1. kvartal 2024 til 2. kvartal 2024"),
        ("--08", "--08"),
        ("2024-13", "2024-13"),
        ("", ""),
        (None, ""),
    ],
)
def test_partial_dates_are_said_in_danish(value: str | None, words: str) -> None:
    assert partial_date(value) == words
