from __future__ import annotations

import pytest

from graph.threads.citizens import without_citizens
from graph.threads.mentioning import find_mentions
from tests.graph.threads.nordlev import ROADS, Nordlev

EARLY, LATE = "2024-01-09", "2024-02-06"
LOWER = "Sagen gælder en ansøgning om en lokalplan, et hegn og en svømmehal."


def title_of(title: str) -> str:
    nordlev = Nordlev()
    nordlev.point(EARLY, title, "24/1", text=LOWER)
    return without_citizens(nordlev.corpus()).points[0].title


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Hegn på Skovvej – Hanne Vibeke Skovgaard", "Hegn på Skovvej – –"),
        ("Ansøgning fra Hanne V. Skovgaard om hegn", "Ansøgning fra – om hegn"),
        ("Hanne Skovgaard søger", "– søger"),
        ("Ansøgning Hanne Skovgaard", "Ansøgning –"),
    ],
)
def test_a_name_of_a_person_is_left_out(title: str, left: str) -> None:
    assert title_of(title) == left


@pytest.mark.parametrize(
    "title",
    [
        "Ny Svømmehal",
        "Lokalplan Vestbyen",
        "Tilskud til Nordlev Boldklub",
        "Rideklubben Havhesten",
        "Kong Haralds Plads",
        "Særlov for Havfolket",
    ],
)
def test_other_names_stay(title: str) -> None:
    assert title_of(title) == title


def test_the_name_of_a_citizen_relates_no_matters_and_is_not_shown() -> None:
    nordlev = Nordlev()
    nordlev.point(EARLY, "Hegn på Skovvej – Hanne Vibeke Skovgaard", "24/1", body=ROADS, text=LOWER)
    nordlev.point(
        LATE, "Ansøgning fra Hanne Vibeke Skovgaard", "24/2", body=ROADS, text="Hanne Vibeke Skovgaard søger."
    )
    assert find_mentions(nordlev.corpus()) == []


def test_what_relates_two_matters_of_a_citizen_is_shown_without_the_name() -> None:
    nordlev = Nordlev()
    name = "Hanne Vibeke Skovgaard"
    nordlev.point(EARLY, f"Vindmøllelaug ved Kystfyret – {name}", "24/1", body=ROADS, text=LOWER)
    nordlev.point(LATE, f"Vindmøllelaug ved Kystfyret igen – {name}", "24/2", body=ROADS, text=LOWER)
    [link] = find_mentions(nordlev.corpus())
    assert set((link.detail or "").split(", ")) == {"Kystfyret", "Vindmøllelaug"}
