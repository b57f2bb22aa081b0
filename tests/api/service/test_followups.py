"""Follow-ups and missing minutes, from records through the store to the faces."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest
from typer.testing import CliRunner

from api.cli.commands import app
from api.service import followups
from api.service.followups import find_follow_ups, open_promises
from api.service.kept import Kept
from api.service.meetings import meeting
from api.service.missing import find_missing
from extract.records import DocumentKind, FollowUp, ItemRecord, MeetingRecord, Outcome, ProcedureStep
from graph.loading import load
from graph.store import GraphStore, open_store
from graph.threads.ledger import Status
from graph.turns import in_turn
from tests.graph import records as r

COMMITTEE = "nordlev.kultur-og-fritidsudvalget"
JANUARY, MARCH = date(2024, 1, 9), date(2024, 3, 5)


def asked(page: r.Page, kind: str, text: str, due: str | None = None, to: str | None = None) -> FollowUp:
    return FollowUp(kind, text, due, to, page.evidence(text, "followups.test"))


def january() -> MeetingRecord:
    page = r.Page("januar")
    put_off = r.decision(page, "Udsat.", outcome=Outcome.DEFERRED)
    plan = r.item(
        page, "1", "Plan for cykelstier", case="24/10", decisions=(put_off,),
        procedure=(ProcedureStep(r.COUNCIL, date(2024, 1, 29), page.evidence("Byrådet 29. januar", "procedure")),),
        followups=(
            asked(page, "planned_treatment", "Sagen behandles igen på udvalgets møde i marts.", "2024-03"),
            asked(page, "recommendation_to_body", "Anbefales.", "2024-01-29", "Byrådet"),
        ),
    )  # fmt: skip
    other = r.item(page, "2", "Svømmehal", followups=(asked(page, "deadline", "Fristen er 1. maj.", "2024-05-01"),))
    return r.meeting(page, JANUARY, (plan, other))


def item_of(page: r.Page, title: str, case: str) -> ItemRecord:
    return r.item(page, "1", title, case=case, decisions=(r.decision(page, "Godkendt."),))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    page, elsewhere = r.Page("marts"), r.Page("andetsteds")
    far = asked(elsewhere, "committee_request", "Udvalget ønsker et notat.")
    plan = ProcedureStep(r.COUNCIL, date(2024, 1, 30), elsewhere.evidence("Byrådet 30. januar", "procedure"))
    harbour = r.item(elsewhere, "1", "Havn", followups=(far,), procedure=(plan,))
    agenda = r.Page("dagsorden")
    planned = r.item(agenda, "1", "Budget")
    with open_store(tmp_path_factory.mktemp("followups") / "store") as opened:
        load(
            opened,
            [
                january(),
                r.meeting(page, MARCH, (item_of(page, "Plan for cykelstier", "24/10"),)),
                r.meeting(elsewhere, JANUARY, (harbour,), municipality=r.SOEBY),
                r.meeting(
                    agenda,
                    date(2024, 1, 30),
                    (planned,),
                    body=r.COUNCIL,
                    municipality=r.SOEBY,
                    kind=DocumentKind.AGENDA,
                ),
            ],
        )
        yield opened


def test_each_follow_up_is_told_with_its_point_and_its_line(store: GraphStore) -> None:
    found = find_follow_ups(store, municipality="nordlev").follow_ups
    told = {one.kind: (one.status, one.reason) for one in found}
    assert told == {
        "planned_treatment": ("delivered", "brought"),
        "recommendation_to_body": ("unknown", "minutes_missing"),
        "deadline": ("open", "not_yet_due"),
    }
    (plan,) = (one for one in found if one.kind == "planned_treatment")
    assert plan.as_of == MARCH
    assert (plan.item.id, plan.delivered_by and plan.delivered_by.id) == (
        f"{COMMITTEE}.2024-01-09.1", f"{COMMITTEE}.2024-03-05.1",
    )  # fmt: skip
    assert (plan.rule, plan.detail) == ("same_number_on_time", "24/10")
    assert plan.evidence[0].quote == plan.text
    assert plan.evidence[0].document_name == "januar.txt"
    (sent,) = (one for one in found if one.kind == "recommendation_to_body")
    assert [(needed.body.name, needed.meetings) for needed in sent.needed] == [
        ("Byrådet", ("nordlev.byraadet.2024-01-29",))
    ]


def test_on_an_earlier_day_less_is_known(store: GraphStore) -> None:
    found = find_follow_ups(store, municipality="nordlev", as_of=date(2024, 3, 1)).follow_ups
    assert {one.kind: one.status for one in found}["planned_treatment"] == "due"
    assert find_follow_ups(store, as_of=date(2024, 1, 8)).follow_ups == ()


@pytest.mark.parametrize(
    ("choice", "number"),
    [
        ({}, 4),
        ({"municipality": "soeby"}, 1),
        ({"municipality": "nowhere"}, 0),
        ({"body": COMMITTEE}, 3),
        ({"body": "nordlev.byraadet"}, 0),
        ({"status": Status.OPEN}, 2),
        ({"status": Status.OVERDUE}, 0),
    ],
)
def test_choices(store: GraphStore, choice: dict[str, object], number: int) -> None:
    assert len(find_follow_ups(store, **choice).follow_ups) == number  # type: ignore[arg-type]


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_go_on_from_one_municipality_to_the_next(store: GraphStore, limit: int) -> None:
    whole = find_follow_ups(store, limit=100)
    assert [one.item.municipality.id for one in whole.follow_ups] == ["nordlev"] * 3 + ["soeby"]
    parts: list[object] = []
    after = None
    for _ in range(10):
        page = find_follow_ups(store, limit=limit, after=after)
        parts += page.follow_ups
        after = page.next
        if after is None:
            break
    assert tuple(parts) == whole.follow_ups


def test_the_ledger_is_worked_out_again_where_something_changed_there(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    whole = followups._ledger
    monkeypatch.setattr(followups, "_ledger", lambda store, home, *more: made.append(home) or whole(store, home, *more))
    monkeypatch.setattr(followups, "_ledger_now", Kept(followups._newest_ledger))
    for homes in (None, ["soeby"], ["nordlev"], [], None):  # without a home it is the turn of all, as of a restore
        if homes is not None:
            in_turn(store, homes, lambda *_: None)
        told = open_promises(store, "nordlev", 5)
    assert made == ["nordlev"] * 3
    assert told == open_promises(store, "nordlev", 5)


def test_missing_minutes_say_who_tells_of_them(store: GraphStore) -> None:
    (council,) = find_missing(store, municipality="nordlev").missing
    assert (council.id, council.body.name, council.municipality.name, council.expected, council.matters) == (
        "nordlev.byraadet.2024-01-29", "Byrådet", "Nordlev Kommune", False, 1,
    )  # fmt: skip
    assert [(one.source, one.item.title) for one in council.mentions] == [("step", "Plan for cykelstier")]
    assert [case.name for case in council.cases] == ["Plan for cykelstier"]
    (elsewhere,) = find_missing(store, municipality="soeby").missing
    assert (elsewhere.id, elsewhere.agenda, council.agenda) == ("soeby.byraadet.2024-01-30", True, False)


def test_a_meeting_without_minutes_shows_what_tells_of_it(store: GraphStore) -> None:
    (council,) = find_missing(store, municipality="nordlev").missing
    told = meeting(store, council.id)
    assert (told.status, told.evidence, told.told_by) == ("referenced", (), council.mentions)
    ((place,),) = [one.evidence for one in told.told_by]
    assert (place.quote, place.rule, place.document_name) == ("Byrådet 29. januar", "procedure", "januar.txt")
    assert place.document == told.told_by[0].item.document
    assert meeting(store, council.mentions[0].item.meeting).told_by == ()


class TestCommands:
    @pytest.fixture(autouse=True)
    def _alone(self, store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
        """The commands ask the store that is open already: an embedded one opens once."""
        monkeypatch.setattr(store, "close", lambda: None)
        monkeypatch.setattr("api.cli.commands._open_store", lambda _: store)

    @pytest.mark.parametrize(
        ("arguments", "kinds"),
        [
            (["--municipality", "Søby Kommune"], ["committee_request"]),
            (["--status", "unknown"], ["recommendation_to_body"]),
            (["--municipality", "nordlev", "--body", "Kultur- og Fritidsudvalget", "--status", "open"], ["deadline"]),
            (["--as-of", "2024-01-01"], []),
        ],
    )
    def test_followups_as_json(self, arguments: list[str], kinds: list[str]) -> None:
        result = CliRunner().invoke(app, ["followups", *arguments, "--json"])
        assert result.exit_code == 0, result.output
        assert [one["kind"] for one in json.loads(result.stdout)["follow_ups"]] == kinds

    @pytest.mark.parametrize("arguments", [["--status", "late"], ["--as-of", "2024-13-01"], ["--body", "Byrådet"]])
    def test_wrong_use_is_told(self, arguments: list[str]) -> None:
        assert CliRunner().invoke(app, ["followups", *arguments]).exit_code == 2

    def test_missing_as_json(self) -> None:
        result = CliRunner().invoke(app, ["missing", "--json", "--municipality", "nordlev"])
        assert [one["id"] for one in json.loads(result.stdout)["missing"]] == ["nordlev.byraadet.2024-01-29"]

    @pytest.mark.parametrize(("command", "told"), [("followups", "delivered"), ("missing", "2024-01-29  Byrådet")])
    def test_text_for_readers(self, command: str, told: str) -> None:
        result = CliRunner().invoke(app, [command, "--municipality", "nordlev"])
        assert result.exit_code == 0
        assert told in result.stdout
        assert "Plan for cykelstier" in result.stdout
