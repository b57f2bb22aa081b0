"""The rules that every statement of `cypher/` keeps, each with what it must catch and what it must leave alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import cypher
from tests.cypher import rules

HOUSE = Path(__file__).resolve().parents[2]
FILES = [path.relative_to(cypher.FOLDER) for path in cypher.query_files()]
Rule = Callable[[str], list[str]]
RULES: list[Rule] = [
    rules.unwound_without_with,
    rules.of_one_server,
    rules.deprecated,
    rules.evaluated_too_early,
]
FOR_ONE_SERVER = ("admin", "schema/neo4j")
# Where a statement runs on a session itself: of each place, how often.
ON_A_SESSION = {
    "graph/asking.py": 1,  # EXPLAIN: nothing is run
    "graph/bolt.py": 1,  # the first look at a server
    "graph/store.py": 3,  # reading; steps of the schema, which want no transaction; ending a statement of a user
}
# What a user asks may answer with nodes; they are told apart by their element ids within that one answer.
LOOKS_AT_ELEMENT_IDS = {"graph/answers.py"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_statement_keeps_the_rule(rule: Rule) -> None:
    common = [path for path in FILES if not path.as_posix().startswith(FOR_ONE_SERVER)]
    broken = {path.as_posix(): rule((cypher.FOLDER / path).read_text("utf-8")) for path in common}
    assert {path: found for path, found in broken.items() if found} == {}


@pytest.mark.parametrize(
    ("rule", "statement"),
    [
        (rules.unwound_without_with, "UNWIND $rows AS row MATCH (n) RETURN n"),
        (rules.unwound_without_with, "UNWIND $rows AS row WITH row MATCH (n) RETURN n"),
        (rules.unwound_without_with, "UNWIND [x IN $rows | x] AS row WITH * UNWIND row AS y MATCH (n) RETURN n"),
        (rules.of_one_server, "MATCH p = SHORTEST 1 (a)-->+(b) RETURN p"),
        (rules.of_one_server, "MATCH (n) RETURN elementId(n)"),
        (rules.of_one_server, "MATCH (n) RETURN Id (n)"),
        (rules.of_one_server, "CALL db.awaitIndexes()"),
        (rules.of_one_server, "MATCH (n) CALL apoc.do.it(n) YIELD x RETURN x"),
        (rules.of_one_server, "MATCH (n) WHERE n.name =~ '(?i)søby' RETURN n"),
        (rules.deprecated, "MATCH (n) CALL { WITH n RETURN 1 AS x } RETURN x"),
        (rules.evaluated_too_early, "MATCH (a)-->(b) WHERE COUNT { MATCH (b)-->(:X) } < a.size MATCH (c) RETURN c"),
        (rules.evaluated_too_early, "MATCH (a)-->(b) WHERE a.x = 1 AND NOT (a.y = 2 AND EXISTS { MATCH (b)-->(:X) })"),
        (rules.evaluated_too_early, "MATCH (a)-->(b) WHERE CASE WHEN b.x = 1 THEN 0 ELSE 1 END = a.size RETURN a"),
        (rules.evaluated_too_early, "MATCH (a)-->(b) WHERE a.x OR any(one IN [b.size] WHERE one = 1) RETURN a"),
        (
            rules.evaluated_too_early,
            "CALL (x) { OPTIONAL MATCH (x)-->(b) WHERE x.y OR any(o IN b.s WHERE o = 1) RETURN b }",
        ),
    ],
)
def test_a_rule_catches(rule: Rule, statement: str) -> None:
    assert len(rule(statement)) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UNWIND $rows AS row WITH * MERGE (n {id: row.id})",
        "UNWIND $rows AS row // then\nWITH *\nMATCH (n) RETURN n",
        "CALL db.index.fulltext.queryNodes('search', $q, {limit: 5}) YIELD node RETURN node.id AS id",
        "MATCH (a) CALL (a) { MATCH (a)-->(b) RETURN b } RETURN b.id AS id, 'elementId(a) SHORTEST' AS text",
        "MATCH (a)-->(b) WITH * WHERE COUNT { MATCH (b)-->(:X) } < a.size MATCH (c) RETURN c",
        "MATCH (a)-->(b) WHERE COUNT { MATCH (b)-->(:X) } < 3 AND a.size = 1 MATCH (c) RETURN c",
        "MATCH (a)-->(b) WHERE a.x = 1 OR EXISTS { MATCH (a)-->(c) WHERE c.y = 2 } RETURN a",
        "MATCH (a)-->(b) WHERE a.x = 1 AND EXISTS { MATCH (b)-->(c) WHERE c.y = 2 } RETURN a",
        "MATCH (a)-->(b) WHERE $x = '' OR any(one IN $xs WHERE b.id STARTS WITH one) RETURN a",
        "MATCH (a)-->(b) RETURN CASE WHEN a.x = b.x THEN 1 ELSE COUNT { MATCH (b)-->() } END AS n",
    ],
)
def test_the_rules_leave_alone(statement: str) -> None:
    assert [found for rule in RULES for found in rule(statement)] == []


def _sources() -> dict[str, str]:
    paths = [path for part in ("graph", "api", "cypher") for path in sorted((HOUSE / part).rglob("*.py"))]
    return {path.relative_to(HOUSE).as_posix(): path.read_text("utf-8") for path in paths}


def test_statements_run_in_a_transaction() -> None:
    found = {path: len(rules.runs_without_a_transaction(source)) for path, source in _sources().items()}
    assert {path: times for path, times in found.items() if times} == ON_A_SESSION
    assert rules.runs_without_a_transaction("with driver.session() as session:\n    session.run('CREATE (n)')")
    assert not rules.runs_without_a_transaction("transaction.run(query)")


def test_the_stores_own_ids_never_leave_it() -> None:
    assert {path for path, source in _sources().items() if rules.keeps_element_ids(source)} == LOOKS_AT_ELEMENT_IDS
    assert rules.keeps_element_ids("x = node.element_id")
