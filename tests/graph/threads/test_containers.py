from __future__ import annotations

from datetime import date

import pytest

from extract.records import ItemKind
from graph.threads.containers import judge
from graph.threads.corpus import Point


def point(
    number: str | None,
    kind: ItemKind = ItemKind.DECISION,
    ordinal: int = 1,
    day: int = 1,
    title: str = "Titel",
    body: str = "byraadet",
) -> Point:
    meeting = f"nordlev.{body}.2024-01-{day:02}"
    return Point(f"{meeting}.{ordinal}", number, number, kind, title, date(2024, 1, day), meeting, ordinal)


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


def titled(*titles: str, bodies: tuple[str, ...] = ("byraadet",)) -> list[Point]:
    return [
        point("nordlev.24-1", ordinal=ordinal, title=title, body=bodies[ordinal % len(bodies)])
        for ordinal, title in enumerate(titles)
    ]


DRAWER = [
    "Orientering om ventelister",
    "Høring af vejledning om hjertekost",
    "Besøg af Nordlev Roklub",
    "Nyt omsorgssystem, status",
    "Fastholdelse af personale",
]


def test_number_of_unrelated_matters_is_a_container():
    verdict = judge(titled(*DRAWER, "Fastholdelse af personale - indsatser"))["nordlev.24-1"]
    reason = "6 punkter har 6 forskellige titler, og kun 1 af 15 par af titler har et ord til fælles"
    assert (verdict.container, verdict.drawer, verdict.reason) == (True, True, reason)


@pytest.mark.parametrize(
    "titles",
    [
        DRAWER[:4],  # too few to tell
        ["Orientering om svømmehal"] * 9,
        [
            "Budget 2031 - status", "1. behandling af Budget 2031", "Budgetanalyser, drøftelse", "Budgetopfølgning",
            "Forslag til tidsplan for Budget 2032", "Evaluering af budgetprocessen", "Temamøde om indtægter",
        ],
        ["Energibesparelser", "Tiltag på energi", "Videreførelse af energitiltag", "Energimærkning", "Varme i haller"],
        ["Godkendelse", "Orientering", "Drøftelse", "Status", "Høring", "Forslag"],  # says nothing of any matter
    ],
)  # fmt: skip
def test_one_matter_under_many_titles_is_a_case(titles):
    assert not judge(titled(*titles))["nordlev.24-1"].container


def test_one_title_for_each_body_is_a_case():
    bodies = tuple(f"udvalg{number}" for number in range(5))
    assert not judge(titled(*DRAWER, bodies=bodies))["nordlev.24-1"].container


def test_housekeeping_among_unrelated_matters_does_not_count():
    points = [*titled(*DRAWER[:4]), point("nordlev.24-1", HOUSEKEEPING, title="Eventuelt om parkering")]
    assert not judge(points)["nordlev.24-1"].container
