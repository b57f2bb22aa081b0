"""The draw of numbers near the boundary, and the figures against a judge."""

from __future__ import annotations

import json

import pytest

from bench.containers import JUDGED, SEED, by_number, draw, figures, near_boundary, read_judged
from extract.records import ItemKind
from graph.threads.containers import judge
from tests.graph.threads.nordlev import Nordlev

MATTERS = ("Ventelister", "Hjertekost", "Rosport", "Omsorgssystem", "Fastholdelse af personale")


def points(*titles: str, kind: ItemKind = ItemKind.DECISION):
    nordlev = Nordlev()
    for number, title in enumerate(titles, 1):
        nordlev.point(f"2024-01-{number:02}", title, "24/1", kind=kind)
    return nordlev.points


@pytest.mark.parametrize(
    ("found", "near"),
    [
        (points(*["Eventuelt"] * 3, kind=ItemKind.ANY_OTHER_BUSINESS), True),
        (points(*["Eventuelt"] * 9, kind=ItemKind.ANY_OTHER_BUSINESS), False),
        (points(*MATTERS), True),
        (points(*["Mødekalender 2024"] * 9), True),
        (points("Ny cykelsti", "Cykelstien: udbud"), False),
    ],
)
def test_numbers_near_the_boundary(found, near):
    assert near_boundary(found) is near


def test_the_same_numbers_are_drawn_at_each_call():
    nordlev = Nordlev()
    for number in range(50):
        for title in MATTERS[:2]:
            nordlev.point("2024-01-09", title, f"24/{number}")
    carried = by_number(nordlev.points)
    assert len(carried) == 50
    assert draw(carried) == draw(dict(reversed(list(carried.items()))))
    assert len(draw(carried)) == 40


def test_figures_tell_where_rule_and_judge_differ():
    verdicts = judge(points(*["Eventuelt"] * 3, kind=ItemKind.ANY_OTHER_BUSINESS))
    told = figures(verdicts, {"nordlev.24-1": "case", "nordlev.24-2": "container, unsure"})
    assert told[1:] == [
        "all: precision 0.00 (0 of 1), recall 0.00 (0 of 1)",
        "the 1 on which the judge was sure: precision 0.00 (0 of 1), recall none (0 of 0)",
        "only the rule: nordlev.24-1 (case)",
        "only the judge: nordlev.24-2 (container, unsure)",
    ]


def test_the_verdicts_hold_ids_and_nothing_of_the_minutes():
    assert json.loads(JUDGED.read_text("utf-8"))["seed"] == SEED
    judged = read_judged()
    assert len(judged) == 40
    assert set(judged.values()) <= {"container", "case", "container, unsure", "case, unsure"}
