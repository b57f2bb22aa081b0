"""The steps of the schema: ``cypher/schema/<number>_<name>``, run once each and recorded in the graph.

A file in ``schema/`` is for both servers; one in ``schema/neo4j`` or ``schema/arcadedb`` is that server's own form of a
step which the two write differently. Numbers go up by one. A file whose comment says ``stage: search`` is run after a
load, when there is something to index; all others before.

A step that a graph has taken is never edited: what changes later is a new number.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cypher import FOLDER, statements
from cypher.errors import MigrationMalformed

SCHEMA = FOLDER / "schema"
_NAME = re.compile(r"(?P<number>[1-9]\d*)_(?P<name>[a-z][a-z0-9_]*)\.(?:cypher|sql)")
_STAGE = re.compile(r"^(?://|--)\s*stage:\s*(\w+)\s*$", re.MULTILINE)


class Stage(StrEnum):
    """When a step is run, in order."""

    LOADING = "loading"  # before data: keys, and what a load itself looks for
    SEARCH = "search"  # after a load: what is made in one go of what is there


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: its number, what it runs, and a sum of it that does not count comments."""

    number: int
    name: str
    stage: Stage
    path: Path
    statements: tuple[str, ...]

    @property
    def digest(self) -> str:
        """By which a step that was edited is known; comments and the spaces between words do not count."""
        text = "\n".join(" ".join(statement.split()) for statement in self.statements)
        return hashlib.sha256(text.encode()).hexdigest()


def migrations(dialect: str) -> tuple[Migration, ...]:
    """The steps for a server, by number; :class:`MigrationMalformed` where they are not 1, 2, 3 …"""
    files = [path for place in (SCHEMA, SCHEMA / dialect) for path in place.glob("*.*")]
    found = sorted((_read(path) for path in files), key=lambda each: each.number)
    numbers = [each.number for each in found]
    if numbers != list(range(1, len(found) + 1)):
        wrong = [number for number, times in Counter(numbers).items() if times > 1]
        what = f"The number {wrong[0]} is given twice" if wrong else f"The numbers {numbers} leave one out"
        raise MigrationMalformed(f"{what} in cypher/schema for {dialect}.", "Number the files 1, 2, 3 … without gaps.")
    return tuple(found)


def _read(path: Path) -> Migration:
    name = _NAME.fullmatch(path.name)
    text = path.read_text("utf-8")
    stage = _STAGE.search(text)
    if name is None or (stage and stage[1] not in set(Stage)):
        raise MigrationMalformed(
            f"The file {path.name} in cypher/schema is no step of the schema.",
            "Name it like 4_more_indexes.cypher; a line '// stage: search' is the only stage to be said.",
        )
    when = Stage(stage[1]) if stage else Stage.LOADING
    return Migration(int(name["number"]), name["name"], when, path, statements(text))
