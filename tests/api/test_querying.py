"""`sagsgraf query`: listed, explained and asked, as table, CSV and JSON."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from api.cli.querying import Format, explain_query, list_queries, run_query
from cypher import query_names
from cypher.catalogue import LIBRARY
from cypher.errors import QueryUnknown
from extract.errors import SettingsError
from graph.store import GraphStore

NUMBER = "number=24/2210"


class TestList:
    def test_holds_every_query_with_its_question(self, capsys: pytest.CaptureFixture[str]) -> None:
        list_queries(Format.TABLE)
        lines = capsys.readouterr().out.splitlines()
        assert lines[0] == "name\tquestion\tparameters"
        assert sorted(line.split("\t")[0] for line in lines[1:]) == list(query_names(LIBRARY))

    def test_as_json(self, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        list_queries(Format.JSON)
        found = json.loads(capsysbinary.readouterr().out)
        assert {one["name"] for one in found} == set(query_names(LIBRARY))


class TestExplain:
    def test_tells_what_it_takes_answers_and_where_to_go_on(self, capsys: pytest.CaptureFixture[str]) -> None:
        explain_query("case_history", Format.TABLE)
        told = capsys.readouterr().out
        for part in ("number=…", "date: day of the meeting", "sagsgraf query case_history number=24/3310",
                     "changed_number", "MATCH (n:CaseNumber {number: $number})"):  # fmt: skip
            assert part in told

    def test_knows_no_other(self) -> None:
        with pytest.raises(QueryUnknown):
            explain_query("nosuch", Format.TABLE)


class TestRun:
    def test_answers_alike_in_every_form(self, store: GraphStore, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        run_query(store, "case-history", [NUMBER], Format.JSON)
        answer = json.loads(capsysbinary.readouterr().out)
        assert answer["rows"]
        run_query(store, "case_history", [NUMBER], Format.CSV)
        rows = list(csv.reader(StringIO(capsysbinary.readouterr().out.decode())))
        assert rows[0] == answer["columns"]
        assert len(rows) == len(answer["rows"]) + 1
        run_query(store, "case_history", [NUMBER], Format.TABLE)
        lines = capsysbinary.readouterr().out.decode().splitlines()
        assert lines[0].split("\t") == answer["columns"]
        assert len(lines) == len(rows)

    def test_says_when_there_is_more(self, store: GraphStore, capsys: pytest.CaptureFixture[str]) -> None:
        run_query(store, "points", ["limit=1"], Format.TABLE)
        shown = capsys.readouterr()
        assert len(shown.out.splitlines()) == 2
        assert "There are more" in shown.err

    @pytest.mark.parametrize(
        ("pairs", "said"),
        [
            ([], "needs 'number'"),
            (["number=1", "nosuch=2"], "no parameter 'nosuch'"),
            (["number"], "'number' is no parameter"),
            ([f"number={'1' * 2000}"], "is no string"),
        ],
    )
    def test_a_wrong_parameter_is_named(self, store: GraphStore, pairs: list[str], said: str) -> None:
        with pytest.raises(SettingsError, match=said):
            run_query(store, "case_history", pairs, Format.TABLE)
