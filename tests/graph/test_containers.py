from __future__ import annotations

from datetime import date

import pytest

from extract.records import ItemKind
from graph.containers import Point, judge


def point(number: str | None, kind: ItemKind = ItemKind.DECISION, ordinal: int = 1, day: int = 1) -> Point:
    meeting = f"nordlev.byraadet.2024-01-{day:02}"
    return Point(f"{meeting}.{ordinal}", number, number, kind, "Titel", date(2024, 1, day), meeting, ordinal)


HOUSEKEEPING = ItemKind.ANY_OTHER_BUSINESS


@pytest.mark.parametrize(
    ("housekeeping", "substantive", "container", "reason"),
    [
        (8, 0, True, "8 af 8 punkter er mødeformalia"),
        (7, 1, True, "7 af 8 punkter er mødeformalia"),
        (1, 0, False, "1 af 1 punkt er mødeformalia"),
        (2, 2, False, "2 af 4 punkter er mødeformalia"),
        (1, 9, False, "1 af 10 punkter er mødeformalia"),
        (0, 40, False, "0 af 40 punkter er mødeformalia"),
    ],
)
def test_container_is_judged_from_its_points(housekeeping, substantive, container, reason):
    points = [point("nordlev.24-1", HOUSEKEEPING) for _ in range(housekeeping)]
    points += [point("nordlev.24-1") for _ in range(substantive)]
    verdict = judge(points)["nordlev.24-1"]
    assert (verdict.container, verdict.reason) == (container, reason)


def test_points_without_number_are_not_judged():
    assert judge([point(None, HOUSEKEEPING)]) == {}
