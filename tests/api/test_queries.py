"""The library of questions over HTTP and as pages: the same answers everywhere, wrong parameters told by name."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

import pytest

from api.models import QueryAnswer
from api.pages.tables import Part, table_of
from api.pages.texts import load_texts
from api.service.queries import library
from api.tables import as_csv
from cypher import load_query, query_names
from cypher.catalogue import LIBRARY
from tests.api.client import TestClient
from tests.api.sample import CASE

NUMBER = "number=24/2210"


def test_all_are_listed_with_what_they_take_and_answer(client: TestClient) -> None:
    found = client.get("/api/queries").json()["queries"]
    assert sorted(one["name"] for one in found) == list(query_names(LIBRARY))
    (history,) = [one for one in found if one["name"] == "case_history"]
    assert history["parameters"][0] == {
        "name": "number", "type": "string", "required": True, "default": None, "text": "the case number as printed",
    }  # fmt: skip
    assert history["columns"][0] == {"name": "date", "text": "day of the meeting", "ids": None}
    assert history["next"]


@pytest.mark.parametrize("query", library(), ids=lambda query: query.name)
def test_each_answers_with_its_columns(client: TestClient, query: Any) -> None:
    given = {one.name: "nordlev" for one in query.parameters if one.required}
    answer = client.get(f"/api/queries/{query.name}", params=given)
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert tuple(found["columns"]) == query.columns
    assert all(len(row) == len(query.columns) for row in found["rows"])
    assert found["parameters"].keys() == {one.name for one in query.parameters}


def test_an_answer_is_the_same_as_json_and_csv(client: TestClient) -> None:
    found = client.get(f"/api/queries/case_history?{NUMBER}").json()
    assert found["rows"]
    text = client.get(f"/api/queries/case_history?{NUMBER}&format=csv")
    assert text.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(StringIO(text.text)))
    assert [row["item"] for row in rows] == [row[found["columns"].index("item")] for row in found["rows"]]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("case_history", "query.number"),
        ("case_history?number=1&nosuch=2", "query.nosuch"),
        ("money?at_least=much", "query.at_least"),
        ("money?at_least=nan", "query.at_least"),
        ("money?limit=0", "query.limit"),
        ("money?limit=10001", "query.limit"),
        ("postponed?only_open=perhaps", "query.only_open"),
        ("voting_alike?minimum=9223372036854775808", "query.minimum"),
        (f"case_history?number={'1' * 1001}", "query.number"),
        ("contents?format=xml", "query.format"),
    ],
)
def test_a_wrong_parameter_is_named(client: TestClient, path: str, field: str) -> None:
    answer = client.get(f"/api/queries/{path}")
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_a_limit_says_whether_there_is_more(client: TestClient) -> None:
    every = client.get("/api/queries/points").json()
    assert not every["truncated"]
    count = len(every["rows"])
    assert not client.get(f"/api/queries/points?limit={count}").json()["truncated"]
    less = client.get(f"/api/queries/points?limit={count - 1}").json()
    assert less["truncated"]
    assert less["rows"] == every["rows"][:-1]


def test_what_is_not_there_is_told(client: TestClient) -> None:
    assert client.get("/api/queries/nosuch").status_code == 404
    assert client.get("/spoergsmaal/nosuch").status_code == 404
    assert client.get("/spoergsmaal/..%2Fload%2Fremove_cases").status_code == 404


def test_a_page_asks_and_leads_to_what_it_finds(client: TestClient) -> None:
    form = client.get("/spoergsmaal/case_history").text
    assert 'name="number"' in form
    assert "<table>" not in form
    page = client.get(f"/spoergsmaal/case_history?{NUMBER}&municipality=").text
    assert f'href="/punkter/{CASE}"' in page
    assert "/api/queries/case_history?number=24%2F2210&amp;format=csv" in page
    assert "SELECT" not in page


def test_a_page_tells_which_value_is_wrong(client: TestClient) -> None:
    answer = client.get("/spoergsmaal/money?at_least=meget")
    assert answer.status_code == 422
    assert "at_least" in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_nothing_given_is_markup(client: TestClient) -> None:
    page = client.get("/spoergsmaal/case_history", params={"number": "<script>alert(1)</script>"}).text
    assert "<script>alert" not in page


class TestTable:
    def answer(self, name: str, **cells: Any) -> QueryAnswer:
        columns = load_query(LIBRARY, name).columns
        row = tuple(cells.get(column) for column in columns)
        return QueryAnswer(query=name, parameters={}, columns=columns, rows=(row,), truncated=False)

    def cell(self, name: str, head: str, **cells: Any) -> tuple[Part, ...]:
        table = table_of(load_texts(), load_query(LIBRARY, name), self.answer(name, **cells))
        return table.rows[0][table.heads.index(head)]

    def test_values_stand_in_the_words_of_readers(self) -> None:
        assert self.cell("money", "kroner", amount=1234567.5) == (Part("1.234.567,5"),)
        assert self.cell("money", "kroner", amount=2000.0) == (Part("2.000"),)
        assert self.cell("case_bodies", "eget referat", own=False) == (Part("nej"),)
        assert self.cell("case_bodies", "udfald", outcomes=["deferred", "x"]) == (Part("Udsat"), Part("x"))
        assert self.cell("case_bodies", "dato") == ()

    def test_ids_lead_to_pages(self) -> None:
        assert self.cell("decisions", "titel", title="T", item="n.i") == (Part("T", "item", "n.i"),)
        assert self.cell("follow_ups", "senere punkter", later_points=["a"]) == (Part("a", "item", "a"),)
        near = {"from_label": "Person", "from_name": "P", "from_id": "n.p", "to_label": "Office", "to_name": "O"}
        assert self.cell("neighbourhood", "fra", **near) == (Part("P", "person", "n.p"),)
        assert self.cell("neighbourhood", "til", **near, to_id="n.o") == (Part("O", "", "n.o"),)


def test_csv_holds_danish_letters_lists_and_nothing() -> None:
    text = as_csv(("a", "b", "c"), [('Ærø, "ø"', ["x", "å"], None), (True, 1.5, {"k": "v"})])
    assert text == 'a,b,c\r\n"Ærø, ""ø""","[""x"",""å""]",\r\ntrue,1.5,"{""k"":""v""}"\r\n'


def test_csv_holds_no_formula() -> None:
    texts = ("=1+1", "+1", "-1", "@x", "\tx", "\rx", "x=1", "", "'=1")
    (head, *row) = csv.reader(StringIO(as_csv(("=a",), [(text,) for text in texts]), newline=""))
    assert head == ["'=a"]
    assert ["".join(cells) for cells in row] == ["'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "x=1", "", "'=1"]
    assert as_csv(("a", "b"), [(-1, -1.5)]) == "a,b\r\n-1,-1.5\r\n"
