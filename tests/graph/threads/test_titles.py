from __future__ import annotations

import pytest

from graph.threads.titles import Titles, names_something, opposed
from tests.graph.threads.nordlev import Nordlev


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Kunstgræsbane i Mølleparken", True),
        ("Salg af havnegrunden", True),
        ("Ansøgning om landzonetilladelse", False),
        ("Takster 2026", False),
        ("Status", False),
        ("Ansøgning om opførelse af enfamiliehus", False),
        ("Ansøgning om opførelse af fiskerhus ved Nordre Kaj", True),
        ("Mødekalender 2026", False),
    ],
)
def test_a_kind_of_matter_names_none(title, expected):
    assert names_something(title) is expected


@pytest.mark.parametrize(
    ("text", "other", "third", "expected"),
    [
        ("Ejeren af Skovvej 4 søger.", "Ejeren af Skovvej 4 søger igen.", False, True),
        ("Ejeren af Skovvej 4 søger.", "Ejeren af Nordre Kaj 90 søger.", False, False),
        ("Det gælder matr.nr. 4a.", "Det gælder matr. nr. 7b.", False, False),
        ("Ejeren af Skovvej 4 søger.", "Sagen genoptages.", False, True),
        ("", "", True, False),
    ],
)
def test_one_title_is_one_matter_unless_addresses_or_a_third_number_speak_against(text, other, third, expected):
    nordlev = Nordlev()
    one = nordlev.point("2024-01-09", "Ny bådebro ved fiskerhuset", "24/1", text=text)
    two = nordlev.point("2024-02-06", "Ny bådebro ved fiskerhuset", "24/2", text=other)
    if third:
        nordlev.point("2024-03-05", "Ny bådebro ved fiskerhuset", "24/3")
    assert opposed(one, two)
    assert Titles.of(nordlev.points).name_one(one, two) is expected
