"""A case as of a day tells what a store without the later minutes would tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from api.models import CaseHistory, EventKind
from api.service.cases import case_history
from extract.records import BodyName, MeetingRecord, Outcome, ProcedureStep
from graph.identity.book import parse_book
from graph.loading import load
from graph.store import GraphStore, open_store
from tests.graph import records as r

ROADS = BodyName("Vejudvalget", "Vejudvalget")
CULTURE, PAVING = "nordlev.kultur-og-fritidsudvalget.2024-01-09.1", "nordlev.vejudvalget.2024-01-11.1"
TITLES = {r.COMMITTEE: "Ny svømmehal ved havnen", ROADS: "Belægning på torvet", r.COUNCIL: "Anlæg i 2024"}
COUNCIL = "nordlev.byraadet.2024-01-29.7"
THEN = date(2024, 1, 20)
JOINED = "".join(
    f'{{"link": {{"from": "{COUNCIL}", "to": "{point}", "verdict": "same"}}, "by": "Ida Bro", "date": "2026-11-21"}}\n'
    for point in (CULTURE, PAVING)
)


def committee(body: BodyName, day: date, case: str) -> MeetingRecord:
    page = r.Page(body.name)
    point = r.item(
        page, "1", TITLES[body], case=case,
        decisions=(r.decision(page, "Anbefales.", body=body, day=day, outcome=Outcome.RECOMMENDED),),
        procedure=(ProcedureStep(r.COUNCIL, date(2024, 1, 29), page.evidence("Byrådet 29. januar", "procedure")),),
    )  # fmt: skip
    return r.meeting(page, day, (point,), body=body)


def council() -> MeetingRecord:
    """The council treats what both committees recommended, under a number of its own."""
    page, day = r.Page("byrådet"), date(2024, 1, 29)
    decisions = (r.decision(page, "Godkendt.", body=r.COUNCIL, day=day),)
    return r.meeting(
        page, day, (r.item(page, "7", TITLES[r.COUNCIL], case="24/99", decisions=decisions),), body=r.COUNCIL
    )


@pytest.fixture
def history(tmp_path: Any) -> Iterator[Callable[..., CaseHistory]]:
    """The history of a case in a store of some meetings."""
    opened: list[GraphStore] = []

    def told(meetings: list[MeetingRecord], id_: str, as_of: date | None) -> CaseHistory:
        store = open_store(tmp_path / str(len(opened)))
        opened.append(store)
        load(store, meetings, book=parse_book(JOINED))
        return case_history(store, id_, as_of)

    yield told
    for store in opened:
        store.close()


def earlier() -> list[MeetingRecord]:
    return [committee(r.COMMITTEE, date(2024, 1, 9), "24/10"), committee(ROADS, date(2024, 1, 11), "24/20")]


def test_today_the_council_has_made_one_case_of_both(history: Callable[..., CaseHistory]) -> None:
    now = history([*earlier(), council()], CULTURE, None)
    assert {point.id for point in now.points} == {CULTURE, PAVING, COUNCIL}
    assert set(now.numbers) == {"24/10", "24/20", "24/99"}
    assert {step.done for point in now.points for step in point.procedure} == {"done_elsewhere"}
    assert not [event for event in now.events if event.kind is EventKind.PLANNED]


@pytest.mark.parametrize("asked", [CULTURE, PAVING])
def test_a_day_before_knows_no_more_than_the_minutes_until_then(
    history: Callable[..., CaseHistory], asked: str
) -> None:
    then = history([*earlier(), council()], asked, THEN)
    assert then.model_dump() == history(earlier(), asked, THEN).model_dump()
    assert (then.id, then.item_count, then.aliases) == (asked, 1, (asked,))
    (point,) = then.points
    assert (point.put.type, point.put.other) == ("alone", None)
    assert [(step.done, step.gap, step.shown_at) for step in point.procedure] == [("no_evidence", "to_come", None)]
    (plan,) = (event for event in then.events if event.kind is EventKind.PLANNED)
    assert (plan.date, plan.body.id, plan.gap) == ("2024-01-29", "nordlev.byraadet", "to_come")


def test_a_point_of_later_asks_for_what_was_known_of_its_case(history: Callable[..., CaseHistory]) -> None:
    then = history([*earlier(), council()], COUNCIL, THEN)
    assert [point.id for point in then.points] == [CULTURE]


def test_the_whole_history_as_of_the_last_day_is_that_of_today(history: Callable[..., CaseHistory]) -> None:
    meetings = [*earlier(), council()]
    now, then = history(meetings, CULTURE, None), history(meetings, CULTURE, date(2024, 2, 1))
    assert {**then.model_dump(), "as_of": None} == now.model_dump()
