"""Names that rules cannot judge, and what people say of them, from records through the book to the graph."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.commands import app
from extract.records import MeetingRecord
from graph.identity.book import read_book
from graph.loading import load
from graph.store import GraphStore, open_store
from tests.graph import records as r

ANNA, ANNE = "nordlev.anna-bak", "nordlev.anne-bak"
FIRST = "nordlev.kultur-og-fritidsudvalget.2024-01-09.1"
SECOND = "nordlev.kultur-og-fritidsudvalget.2024-03-05.1"


def meeting(name: str, day: date, member: str, title: str) -> MeetingRecord:
    page = r.Page(name)
    return r.meeting(page, day, (r.item(page, "1", title, case=name),), attendees=(r.member(page, member),))


RECORDS = [
    meeting("24/1", date(2024, 1, 9), "Anne Bak", "Plan for cykelstier"),
    meeting("24/2", date(2024, 3, 5), "Anna Bak", "Svømmehal"),
    meeting("24/3", date(2024, 4, 9), "Anne Bak", "Nyt tag"),
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    with open_store(tmp_path_factory.mktemp("review") / "store") as opened:
        yield opened


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAGSGRAF_JUDGEMENTS", str(tmp_path / "book.jsonl"))
    return tmp_path / "book.jsonl"


@pytest.fixture
def store(engine: GraphStore, book: Path, monkeypatch: pytest.MonkeyPatch) -> GraphStore:
    """The graph as the documents alone give it; commands ask it, for an embedded store opens once."""
    engine.write("MATCH (n) DETACH DELETE n")
    load(engine, RECORDS)
    monkeypatch.setattr(engine, "close", lambda: None)
    monkeypatch.setattr("api.cli.commands._open_store", lambda _: engine)
    return engine


def review(*arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(app, ["review", *arguments], input=answers)


def persons(store: GraphStore) -> list[str]:
    return sorted(row["id"] for row in store.read("MATCH (p:Person) RETURN p.id AS id"))


def test_list_tells_why_and_what_is_known(store: GraphStore) -> None:
    result = review("--municipality", "Nordlev Kommune")
    assert result.exit_code == 0, result.output
    for told in ("Anna Bak  |  Anne Bak", "slip", ANNA, "2024-01-09 to 2024-04-09, meetings: 2"):
        assert told in result.stdout
    [question] = json.loads(review("--json").stdout)["questions"]
    assert [name["id"] for name in question["names"]] == [ANNA, ANNE]
    assert json.loads(review("--municipality", "soeby", "--json").stdout)["total"] == 0


def test_said_of_two_names_and_still_so_when_the_documents_come_again(store: GraphStore, book: Path) -> None:
    assert persons(store) == [ANNA, ANNE]
    result = review("--by", "Ida Bro", "--same", ANNE, ANNA, "--why", "Skrivefejl")
    assert result.exit_code == 0, result.output
    assert persons(store) == [ANNE]
    assert json.loads(review("--json").stdout)["total"] == 0
    [judgement] = read_book(book).judgements
    assert (judgement.author, judgement.reason.detail) == ("Ida Bro", "Skrivefejl")
    load(store, RECORDS, book=read_book(book))
    assert persons(store) == [ANNE]
    book.unlink()
    load(store, RECORDS)
    assert persons(store) == [ANNA, ANNE]


@pytest.mark.parametrize(
    ("answers", "verdicts", "code"),
    [
        ("different\n", ["different"], 0),
        ("S\n", ["same"], 0),
        ("unsure\n", ["unsure"], 0),
        ("skip\n", [], 0),
        ("quit\n", [], 0),
        ("", [], 0),
        ("maybe\n", [], 1),
    ],
)
def test_answers_from_stdin(store: GraphStore, book: Path, answers: str, verdicts: list[str], code: int) -> None:
    result = review("--by", "Ida Bro", answers=answers)
    assert result.exit_code == code, result.output
    assert [one.verdict.value for one in read_book(book).judgements] == verdicts
    assert json.loads(review("--json").stdout)["total"] == (0 if verdicts else 1)


def test_two_points_are_one_case(store: GraphStore, book: Path) -> None:
    def cases() -> int:
        return int(store.read("MATCH (c:Case) RETURN count(c) AS count")[0]["count"])

    before = cases()
    result = review("--by", "Ida Bro", "--same", SECOND, FIRST)
    assert result.exit_code == 0, result.output
    assert [one.pair for one in read_book(book).links] == [(FIRST, SECOND)]
    assert cases() == before - 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--same", ANNE, ANNA), "--by"),
        (("--by", "Ida", "--same", ANNE, "nordlev.nobody"), "not two names"),
        (("--by", "Ida", "--same", ANNE, ANNE), "one and the same"),
        (("--by", "Ida", "--unsure", FIRST, SECOND), "Of two points"),
    ],
)
def test_wrong_use_is_told_and_nothing_written(
    store: GraphStore, book: Path, arguments: tuple[str, ...], told: str
) -> None:
    result = review(*arguments)
    assert result.exit_code != 0
    assert told in result.output or told in str(result.exception)
    assert not book.exists()
