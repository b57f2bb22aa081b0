from __future__ import annotations

from datetime import date

import pytest

from extract.records import ItemKind
from graph.threads.containers import Counts, Ground, judge
from graph.threads.corpus import Point
from graph.threads.matters import about_meetings


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


@pytest.mark.parametrize(
    ("points", "ground", "counts"),
    [
        ([point("nordlev.24-1", HOUSEKEEPING)] * 3 + [point("nordlev.24-1")], "mostly_housekeeping", (4, 3, 1, 0, 0)),
        (titled(*DRAWER), "unrelated_titles", (5, 0, 5, 10, 0)),
        (titled("Budget 2031", "Budget 2032 - status"), "one_matter", (2, 0, 1, 0, 0)),
    ],
)
def test_a_verdict_has_a_code_and_what_it_rests_on(points, ground, counts):
    verdict = judge(points)["nordlev.24-1"]
    assert (verdict.ground, verdict.counts) == (Ground(ground), Counts(*counts))


def standing(*titles: str, body: str = "havne-og-kulturudvalget", first: int = 1) -> list[Point]:
    return [point("nordlev.24-1", day=first + day, title=title, body=body) for day, title in enumerate(titles)]


CALENDARS = ["Havne- og Kulturudvalgets mødekalender 2024"] * 3 + ["Havne og Kulturudvalgets kalender - september"]


@pytest.mark.parametrize(
    ("points", "container"),
    [
        (standing(*CALENDARS), True),
        (standing(*CALENDARS[:3]), False),  # adopted, and twice changed
        (standing(*CALENDARS[:3], "Havnefest 2024"), False),
        (standing(*CALENDARS[:2]) + standing(*CALENDARS[:2], body="vejudvalget"), False),  # a calendar of each
        (standing(*["Status på nyt rådhus"] * 9), False),  # a matter that comes at every meeting
    ],
)
def test_a_standing_point_about_the_own_meetings_is_a_container(points, container):
    verdict = judge(points)["nordlev.24-1"]
    assert (verdict.container, verdict.ground is Ground.STANDING) == (container, container)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Havne- og Kulturudvalgets årsplan", True),
        ("Mødekalender - september", True),
        ("Mødekalender for havnefesten", False),
        ("Mødeplan for skolebestyrelser", False),
        ("Havne- og Kulturudvalgets budget", False),
    ],
)
def test_titles_about_the_meetings_of_a_body(title, expected):
    assert about_meetings(title, "nordlev.havne-og-kulturudvalget") is expected


def used(body: str, *, housekeeping: int = 0, titles: tuple[str, ...] = ()) -> list[Point]:
    formal = [point("nordlev.24-1", HOUSEKEEPING, day=day, body=body) for day in range(1, housekeeping + 1)]
    return formal + [
        point("nordlev.24-1", day=day, title=title, body=body) for day, title in enumerate(titles, len(formal) + 1)
    ]


def test_a_container_may_be_a_case_of_a_body_that_treats_one_matter_under_it():
    points = [*used("byraadet", housekeeping=9), *used("vejudvalget", titles=("Ny cykelsti", "Cykelstien: udbud"))]
    verdict = judge(points)["nordlev.24-1"]
    assert verdict.container
    assert not verdict.at("nordlev.vejudvalget").container
    assert verdict.at("nordlev.byraadet") is verdict


def test_a_case_may_be_a_container_of_a_body_that_files_its_housekeeping_under_it():
    points = [*used("byraadet", titles=("Ny cykelsti",) * 5), *used("vejudvalget", housekeeping=3)]
    verdict = judge(points)["nordlev.24-1"]
    assert [each.container for each in (verdict, *map(verdict.at, ("nordlev.byraadet", "nordlev.vejudvalget")))] == [
        False,
        False,
        True,
    ]


def test_one_point_is_no_reason_to_judge_a_body_otherwise():
    points = [*used("byraadet", housekeeping=9), *used("vejudvalget", titles=("Ny cykelsti",))]
    assert judge(points)["nordlev.24-1"].bodies == ()


def test_a_body_that_treats_the_same_matter_once_under_its_title_uses_the_number_as_a_case():
    points = [*used("byraadet", housekeeping=9), *used("vejudvalget", titles=("Ny cykelsti",) * 2)]
    points += [*used("havneudvalget", titles=("Ny cykelsti",)), *used("kulturudvalget", titles=("Ventelister",))]
    assert [body for body, _ in judge(points)["nordlev.24-1"].bodies] == [
        "nordlev.havneudvalget",
        "nordlev.vejudvalget",
    ]
