"""The attack table (attacks.toml): the guard refuses every statement, and behind it the server's own line holds too."""

from __future__ import annotations

import select
import socket
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cypher import load_query, query_names
from graph.errors import GraphError, Refusal, StatementRefused
from graph.guard import check_plan, check_read_only
from graph.store import BoltGraphStore
from graph.tokens import tokens
from tests.stores import NEO4J, PASSWORD, SOAK, LentStore

TABLE = tomllib.loads((Path(__file__).parent / "attacks.toml").read_text("utf-8"))
ATTACKS = [
    pytest.param(statement, Refusal(group["refused"]), id=f"{group['class']}: {statement[:40]!r}")
    for group in TABLE["attack"]
    for statement in group["statements"]
]
LEGAL: list[str] = TABLE["legal"]["statements"]
CLASSES = {group["class"] for group in TABLE["attack"]}
SECRET = "kanariefuglens sang"


@dataclass(frozen=True)
class Target:
    """A store with a small graph, a file that must not be read and a port to which nobody may connect."""

    store: BoltGraphStore
    canary: Path
    listener: socket.socket

    def aimed(self, statement: str) -> str:
        """The statement with the file and the port in it."""
        port = str(self.listener.getsockname()[1])
        return statement.replace("CANARY", str(self.canary)).replace("PORT", port)

    def contents(self) -> list[object]:
        """Everything in the store: nodes, relations, indexes, constraints, users."""
        nodes = "MATCH (n) RETURN labels(n) AS l, properties(n) AS p ORDER BY n.id"
        relations = "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS t, b.id AS b, properties(r) AS p ORDER BY a, b"
        shown = ("SHOW INDEXES YIELD name", "SHOW CONSTRAINTS YIELD name", "SHOW USERS YIELD user AS name")
        names = [sorted(str(row["name"]) for row in self.store.read(f"{one} RETURN name")) for one in shown]
        return [self.store.read(nodes), self.store.read(relations), *names]

    def is_silent(self) -> bool:
        """Whether nobody has knocked."""
        return not select.select([self.listener], [], [], 0)[0]


@pytest.fixture(scope="module")
def target(server: LentStore, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    store = server.empty()
    store.write("CREATE INDEX attacked IF NOT EXISTS FOR (n:Attacked) ON (n.id)")
    store.write("CREATE (:Note {id: 'a', value: 0})-[:R {since: 1}]->(:Note {id: 'b', value: 0})")
    canary = tmp_path_factory.mktemp("outside") / "canary.csv"
    canary.write_text(SECRET, "utf-8")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield Target(store, canary, listener)
    store.write("DROP INDEX attacked IF EXISTS")


def test_the_table_has_every_class() -> None:
    assert {
        "writes",
        "schema",
        "admin",
        "files",
        "network",
        "procedures",
        "comments",
        "case",
        "escapes",
        "several statements",
        "the other engine's language",
    } == CLASSES
    assert len(ATTACKS) >= 200


@pytest.mark.parametrize(("statement", "reason"), ATTACKS)
def test_the_guard_refuses(statement: str, reason: Refusal) -> None:
    with pytest.raises(StatementRefused) as raised:
        check_read_only(statement)
    assert raised.value.reason is reason


@pytest.mark.parametrize(("statement", "reason"), ATTACKS)
def test_behind_the_guard_the_server_holds(
    target: Target, statement: str, reason: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = target.contents()
    monkeypatch.setattr("graph.store.check_read_only", str)
    given = {"props": {"value": 1}, "n": 1, "path": f"file://{target.canary}", "name": "x"}
    given["address"] = target.aimed("http://127.0.0.1:PORT/")
    try:
        answer = target.store.read_guarded(target.aimed(statement), given, seconds=60, rows=1000)
    except GraphError:
        pass
    else:
        assert SECRET not in str(answer.rows)
    assert target.contents() == before
    assert target.is_silent()
    assert target.canary.read_text("utf-8") == SECRET


@pytest.mark.parametrize("statement", LEGAL)
def test_what_only_reads_is_answered(target: Target, statement: str) -> None:
    target.store.read_guarded(statement, seconds=600, rows=1000)


@pytest.mark.parametrize("name", query_names("explore"))
def test_the_library_passes_the_guard(name: str) -> None:
    check_read_only(load_query("explore", name).text)


def _parts(statement: str) -> list[str]:
    try:
        return [token.text for token in tokens(statement)]
    except StatementRefused:
        return statement.split(" ")


READING = [_parts(statement) for statement in LEGAL]
DOING = [_parts(statement) for group in TABLE["attack"] for statement in group["statements"]]
SPACES = [" ", "\n", "\t", "\r\n", "  ", "/**/", "/* x */", "/* ' */", '/* " */', "// x\n", "// '\n", " /* ; */ "]
PUT_IN = [";", "'", '"', "`", "\\", "/*", "*/", "//", "SET n.value = 1", "DELETE n", "CREATE (:Strange)", "\\u0053ET"]
CASES = [str.upper, str.lower, str.swapcase]


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """A statement of the table in other letters, with other spaces and comments, perhaps with something put in."""
    parts = draw(st.sampled_from(draw(st.sampled_from([READING, READING, READING, DOING]))))
    if draw(st.integers(0, 3)) == 0:
        place = draw(st.integers(0, len(parts)))
        parts = [*parts[:place], draw(st.sampled_from(PUT_IN)), *parts[place:]]
    words = draw(st.booleans())
    made = []
    for part in parts:
        between = draw(st.sampled_from([" ", *SPACES])) if part.isalnum() or not part.isascii() else ""
        made.append(between + (draw(st.sampled_from(CASES))(part) if words and part.isalpha() else part))
        made.append(draw(st.sampled_from([" ", *SPACES])) if part.isalnum() else "")
    return "".join(made)


@pytest.mark.skipif(not NEO4J, reason="needs a Neo4j (SAGSGRAF_TEST_NEO4J)")
def test_neo4js_planner_agrees_on_everything_that_passes() -> None:
    from neo4j import GraphDatabase
    from neo4j.exceptions import Neo4jError

    passed = planned = 0
    with GraphDatabase.driver(NEO4J, auth=("neo4j", PASSWORD)) as driver, driver.session() as session:

        @settings(max_examples=20_000 if SOAK else 1_000)
        @given(statement=mutations())
        def agree(statement: str) -> None:
            nonlocal passed, planned
            try:
                sent = check_read_only(statement)
            except StatementRefused:
                return
            passed += 1
            try:
                summary = session.run(f"EXPLAIN {sent}", {"x": 1}).consume()
            except Neo4jError:
                return  # it is no Cypher
            planned += 1
            check_plan(summary.query_type, summary.plan)

        agree()
    assert passed > 100
    assert planned > 50
