"""Cypher of readers: the table and graph that it answers, every refusal, limits, other sites, the page."""

import json
from typing import Any

import pytest

from api.app import create_app
from api.settings import Settings
from graph.store import GraphStore
from tests.api.client import TestClient

JSON = {"Content-Type": "application/json"}


def ask(client: TestClient, statement: str, headers: dict[str, str] | None = None, **more: object) -> Any:
    body = json.dumps({"statement": statement, "seconds": 30, **more})
    return client.post("/api/cypher", content=body, headers={**JSON, **(headers or {})})


class TestAnswer:
    def test_is_a_table_and_a_graph(self, client: TestClient) -> None:
        statement = "MATCH (i:AgendaItem)-[r:PART_OF_CASE]->(c:Case) RETURN c, r, i, i.title AS titel LIMIT 2"
        answer = ask(client, statement).json()
        assert answer["columns"] == ["c", "r", "i", "titel"]
        assert [row[0]["labels"] for row in answer["rows"]] == [["Case"], ["Case"]]
        kinds = {node["key"]: node["kind"] for node in answer["graph"]["nodes"]}
        assert set(kinds.values()) == {"case", "item"}
        assert len(answer["graph"]["links"]) == 2
        for link in answer["graph"]["links"]:
            assert (kinds[link["source"]], link["type"], kinds[link["target"]]) == ("item", "PART_OF_CASE", "case")
        assert answer["limits_hit"] == []

    def test_parameters_are_values_and_never_code(self, client: TestClient) -> None:
        text = "x' DETACH DELETE n //"
        answer = ask(client, "RETURN $a AS a, $b.c[1] AS b", parameters={"a": text, "b": {"c": [1, 2]}}).json()
        assert answer["rows"] == [[text, 2]]

    def test_dates_numbers_and_nothing_have_their_json(self, client: TestClient) -> None:
        answer = ask(client, "RETURN date('2026-04-21') AS d, 1.5 AS f, null AS n, true AS t, [1, 'æ'] AS l").json()
        assert answer["rows"] == [["2026-04-21", 1.5, None, True, [1, "æ"]]]

    def test_what_is_no_number_is_still_json(self, client: TestClient) -> None:
        assert ask(client, "RETURN 0.0 / 0.0 AS x").json()["rows"] == [[None]]


class TestLimits:
    def test_rows(self, client: TestClient) -> None:
        answer = ask(client, "UNWIND range(1, 900000) AS i RETURN i", rows=7).json()
        assert (len(answer["rows"]), answer["limits_hit"]) == (7, ["rows"])

    def test_a_cell(self, client: TestClient) -> None:
        answer = ask(client, "RETURN reduce(s = 'x', i IN range(1, 22) | s + s) AS s").json()
        assert (len(answer["rows"][0][0]), answer["limits_hit"]) == (100_001, ["cell"])

    @pytest.mark.parametrize("step", ["[x]", "{a: x}"])
    @pytest.mark.parametrize("depth", [300, 1200])
    def test_depth(self, client: TestClient, step: str, depth: int) -> None:
        statement = f"RETURN reduce(x = [], i IN range(1, {depth}) | {step}) AS x"
        assert ask(client, statement).json()["limits_hit"] == ["cell"]
        page = client.get("/cypher", params={"q": statement})
        assert page.status_code == 200
        assert "…" in page.text

    def test_the_whole_answer(self, client: TestClient) -> None:
        statement = "UNWIND range(1, 500) AS i RETURN reduce(s = 'x', i IN range(1, 16) | s + s) AS s"
        response = ask(client, statement)
        assert response.json()["limits_hit"] == ["bytes"]
        assert len(response.content) < 6_000_000

    def test_time(self, client: TestClient) -> None:
        numbers = "UNWIND range(1, 100000) AS {0} WITH *"
        statement = f"{numbers.format('a')} {numbers.format('b')} {numbers.format('c')} RETURN sum(a + b + c) AS n"
        problem = ask(client, statement, seconds=0.5).json()
        assert (problem["status"], problem["type"]) == (422, "/api/problems/statement-timed-out")


class TestProblems:
    @pytest.mark.parametrize(
        ("statement", "reason"),
        [
            ("MATCH (n) DETACH DELETE n", "write"),
            ("SHOW USERS", "administration"),
            ("LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "outside"),
            ("CALL dbms.listConfig()", "procedure"),
            ("RETURN 1; RETURN 2", "several"),
            ("SELECT FROM Case", "unreadable"),
            (" ", "empty"),
        ],
    )
    def test_a_refusal_says_its_reason(self, client: TestClient, statement: str, reason: str) -> None:
        problem = ask(client, statement).json()
        assert (problem["status"], problem["type"], problem["reason"]) == (
            403,
            "/api/problems/statement-refused",
            reason,
        )

    @pytest.mark.parametrize(
        ("statement", "parameters"),
        [
            ("MATCH (n RETURN n", {}),
            ("RETURN $missing", {}),
            ("MATCH (n) RETURN n LIMIT $n", {"n": "mange"}),
            ("MATCH (n) RETURN n LIMIT $n", {"n": -1}),
            ("RETURN toUpper($n)", {"n": 5}),
            ("RETURN date($n)", {"n": "i går"}),
            ("RETURN 1 / $n", {"n": 0}),
            ("RETURN $n", {"n": 2**70}),
            ("RETURN $n", {"n": [1, "a"]}),
            ("RETURN $n", {"n": json.loads("[" * 450 + "]" * 450)}),
            ("RETURN date({year: 12000, month: 1, day: 1})", {}),
            ("RETURN [date({year: 12000, month: 1, day: 1})]", {}),
            ("RETURN date('0000-12-31')", {}),
        ],
    )
    def test_a_wrong_statement_or_parameter_is_told(
        self, client: TestClient, statement: str, parameters: dict[str, object]
    ) -> None:
        problem = ask(client, statement, parameters=parameters).json()
        assert problem["status"] == 422
        assert problem["detail"]

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"[]",
            b"{",
            b'"RETURN 1"',
            b"{}",
            b'{"statement": 5}',
            b'{"statement": "RETURN 1", "parameters": []}',
            b'{"statement": "RETURN 1", "rows": 0}',
            b'{"statement": "RETURN 1", "rows": "mange"}',
            b'{"statement": "RETURN 1", "seconds": 3600}',
            b'{"statement": "RETURN 1", "query": "x"}',
            b"\xff\xfe",
            b"[" * 100_000,
        ],
    )
    def test_a_body_of_another_form_is_refused(self, client: TestClient, body: bytes) -> None:
        problem = client.post("/api/cypher", content=body, headers=JSON).json()
        assert (problem["status"], problem["type"]) == (422, "/api/problems/request-invalid")
        assert problem["errors"]

    def test_too_much_is_not_read(self, client: TestClient) -> None:
        assert ask(client, "RETURN 1", parameters={"x": "y" * 300_000}).status_code == 413

    def test_it_is_only_posted(self, client: TestClient) -> None:
        assert client.get("/api/cypher").status_code == 405


class TestOtherSites:
    @pytest.mark.parametrize(
        "headers",
        [
            {"Origin": "https://ond.example"},
            {"Origin": "null"},
            {"Origin": "http://["},
            {"Origin": "http://localhost:3000"},
            {"Origin": "http://localhost:8000.ond.example"},
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Sec-Fetch-Site": "same-origin", "Origin": "https://ond.example"},
        ],
    )
    def test_may_not_ask_in_the_readers_name(self, client: TestClient, headers: dict[str, str]) -> None:
        problem = ask(client, "RETURN 1", headers).json()
        assert (problem["status"], problem["type"]) == (403, "/api/problems/site-refused")

    @pytest.mark.parametrize(
        "media", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "text/json"]
    )
    def test_a_form_cannot_ask(self, client: TestClient, media: str) -> None:
        response = client.post("/api/cypher", content=b'{"statement": "RETURN 1"}', headers={"Content-Type": media})
        assert response.status_code == 415

    @pytest.mark.parametrize(
        "headers",
        [
            {},
            {"Origin": "http://localhost:8000", "Sec-Fetch-Site": "same-origin"},
            {"Content-Type": "application/json; charset=utf-8"},
        ],
    )
    def test_the_own_page_and_programs_may(self, client: TestClient, headers: dict[str, str]) -> None:
        assert ask(client, "RETURN 1 AS x", headers).json()["rows"] == [[1]]

    def test_another_name_for_this_machine_is_refused(self, client: TestClient) -> None:
        assert ask(client, "RETURN 1", {"Host": "ond.example"}).status_code == 400

    @pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://["}])
    def test_a_link_from_elsewhere_does_not_run_the_statement(
        self, client: TestClient, headers: dict[str, str]
    ) -> None:
        page = client.get("/cypher?q=RETURN%2042424242", headers=headers)
        assert page.status_code == 200
        assert "<td" not in page.text
        assert "RETURN 42424242" in page.text


class TestOpen:
    @pytest.mark.parametrize(
        ("settings", "is_open"),
        [
            ({}, True),
            ({"host": "::1"}, True),
            ({"host": "127.0.0.2"}, True),
            ({"host": "0.0.0.0"}, False),  # noqa: S104
            ({"host": "::"}, False),
            ({"host": "10.0.0.5"}, False),
            ({"base_url": "https://sager.nordlev.example"}, False),
            ({"allowed_hosts": "sager.nordlev.example"}, False),
            ({"allowed_hosts": "*"}, False),
            ({"host": "0.0.0.0", "cypher": "on"}, True),  # noqa: S104
            ({"cypher": "off"}, False),
        ],
    )
    def test_where_only_this_machine_asks_or_where_it_is_set(self, settings: dict[str, str], is_open: bool) -> None:
        assert Settings.model_validate(settings).cypher_open is is_open

    def test_closed_it_says_how_it_is_opened(self, store: GraphStore) -> None:
        app = create_app(Settings(cypher="off"), store)
        with TestClient(app, base_url="http://localhost:8000") as client:
            problem = ask(client, "RETURN 1").json()
            assert (problem["status"], problem["type"]) == (403, "/api/problems/cypher-closed")
            assert "SAGSGRAF_CYPHER=on" in problem["detail"]
            assert client.get("/cypher").status_code == 403
            assert client.get("/sager").status_code == 200


class TestPage:
    def test_shows_table_and_graph_without_script(self, client: TestClient) -> None:
        statement = "MATCH (i:AgendaItem)-[r:PART_OF_CASE]->(c) RETURN c, r, i, [i.title, 'x'] AS titel LIMIT 2"
        page = client.get("/cypher", params={"q": statement}).text
        assert page.count("<tr>") == 3
        assert 'data-type="PART_OF_CASE"' in page
        assert 'href="/sager/' in page

    def test_nothing_that_is_answered_or_typed_becomes_markup(self, client: TestClient) -> None:
        page = client.get("/cypher", params={"q": "RETURN '<script>a</script>' AS `<b>x`"}).text
        assert "<script>a" not in page
        assert "<b>x" not in page

    @pytest.mark.parametrize(
        ("query", "status", "said"),
        [
            ({"q": "MATCH (n) SET n.x = 1"}, 403, "ville ændre grafen"),
            ({"q": "SHOW USERS"}, 403, "vise eller styre serveren"),
            ({"q": "RETURN"}, 422, "kan ikke udføre"),
            ({"q": "RETURN 1", "parametre": "x"}, 422, "ikke et JSON-objekt"),
            ({"q": "RETURN 1", "parametre": "[]"}, 422, "ikke et JSON-objekt"),
            ({"q": "UNWIND range(1, 300) AS i RETURN i"}, 200, "de første 200 rækker"),
            ({"q": "MATCH (n:Nothing) RETURN n"}, 200, "ingen rækker"),
            ({"eksempel": "votes_against"}, 200, "MATCH"),
        ],
    )
    def test_says_what_there_is_to_say(self, client: TestClient, query: dict[str, str], status: int, said: str) -> None:
        page = client.get("/cypher", params=query)
        assert page.status_code == status
        assert said in page.text

    def test_an_unknown_example(self, client: TestClient) -> None:
        assert client.get("/cypher?eksempel=nosuch").status_code == 404
