"""What of a point is prose."""

from datetime import date

import pytest

from extract.entities.context import Context
from extract.entities.passages import Stamp
from extract.records import BodyName

STAMP = Stamp(Context("Søby Kommune", BodyName("Byrådet", "Byrådet"), date(2024, 5, 14)))


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Søby Kommune, Byrådet, 14.5.2024", True),
        ("Søby Byråd            14-05-2024        3", True),
        ("Referat fra Byrådets møde den 14. maj 2024", True),
        ("Søby Kommune · Kirkevej 30", True),
        ("Søby Kommune", True),
        ("Byrådet den 14. maj 2024:", False),  # the heading of a decision
        ("Byrådet, 12. april 2024", False),  # another day
        ("Søby Kommune deltager den 14. maj 2024", False),
        ("Byrådet", False),
    ],
)
def test_page_heads_are_no_prose(line: str, stamp: bool) -> None:
    assert STAMP.prints(line) is stamp
