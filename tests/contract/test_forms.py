"""What is written twice, once for each server: a step of the schema, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import cypher
from cypher.migrations import migrations
from graph.store import Dialect

HOUSE = Path(__file__).resolve().parents[2]
# What needs two forms. The goal is that nothing but schema files ever stands here.
TWO_FORMS = {"search", "words"}  # full text: ArcadeDB makes such an index in its own language only
# What is neither asked nor written: in one form for both servers.
ADMIN = {"admin/stop_statement"}
# The modules that know which server it is, each for its own one, but for the store, which picks schema files by it.
KNOW_THE_SERVER = {"graph/embedded.py", "graph/importing.py", "graph/store.py"}


def _own_steps(dialect: Dialect) -> set[str]:
    return {step.name for step in migrations(dialect) if step.path.parent.name == dialect}


def test_two_forms_have_schema_files_only() -> None:
    assert _own_steps(Dialect.NEO4J) == _own_steps(Dialect.ARCADEDB) == TWO_FORMS
    files = [path.relative_to(cypher.FOLDER).with_suffix("") for path in cypher.query_files()]
    apart = {path.as_posix() for path in files if path.parts[0] not in ("explore", "load", "read", "schema")}
    assert apart == ADMIN


def test_all_other_steps_are_the_same_for_both() -> None:
    shared = [[step.digest for step in migrations(dialect) if step.name not in TWO_FORMS] for dialect in Dialect]
    assert shared[0] == shared[1] != []


def test_nothing_else_asks_which_server_it_is() -> None:
    sources = [path for part in ("graph", "api") for path in (HOUSE / part).rglob("*.py")]
    asking = re.compile(r"\bDialect\.|\bdialect\s*(?:==|!=|is\b|in\b)")
    found = {path.relative_to(HOUSE).as_posix() for path in sources if asking.search(path.read_text("utf-8"))}
    assert found == KNOW_THE_SERVER
