"""Every query of the program, one a file, and the loader that reads them.

``load_query("read", "case_history")`` reads ``cypher/read/case_history.cypher``. Each file begins with its header::

    // question: How did this case travel through meetings?
    // question_da: Hvordan gik sagen fra møde til møde?
    // parameters:
    //   id: string — the identifier of a case
    //   limit: integer = 50 — how many rows at most
    // columns: date, body, title
    // theme: cases
    // next: case_bodies, votes

``parameters`` may also stand on one line when there is only one. ``columns`` is optional where a query returns nothing.
``theme`` and ``next`` (other queries of the folder that go on from here) are for the library in ``explore``. What a
column holds, and the Danish words for columns and parameters, stand in ``wording.toml`` (:mod:`cypher.wording`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from cypher.errors import QueryMalformed, QueryUnknown

FOLDER = Path(__file__).resolve().parent


class ParameterType(StrEnum):
    """What a parameter holds, in the words of Cypher."""

    STRING = "string"
    INTEGER = "integer"
    FLOAT = "float"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"
    LIST = "list"
    MAP = "map"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query; ``default`` is its text form, None where a value must be given."""

    name: str
    type: ParameterType
    default: str | None
    text: str

    @property
    def required(self) -> bool:
        """Whether the caller must give a value."""
        return self.default is None


@dataclass(frozen=True, slots=True)
class Query:
    """One file of the ``cypher`` folder: the question it answers, what it needs, and its text."""

    folder: str
    name: str
    question: str
    question_da: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str
    theme: str = ""
    next: tuple[str, ...] = ()


@cache
def load_query(folder: str, name: str) -> Query:
    """The query ``cypher/<folder>/<name>.cypher``; :class:`QueryUnknown` when there is none."""
    path = FOLDER / folder / f"{name}.cypher"
    if not re.fullmatch(r"[a-z0-9_/]+", f"{folder}/{name}") or not path.is_file():
        known = ", ".join(query_names(folder)) or "none"
        raise QueryUnknown(f"There is no query '{folder}/{name}'.", f"Choose one of: {known}.")
    return parse_query(folder, name, path.read_text("utf-8"))


def query_names(folder: str) -> tuple[str, ...]:
    """The names of the queries in one folder, sorted."""
    return tuple(sorted(path.stem for path in (FOLDER / folder).glob("*.cypher")))


def query_files() -> Iterator[Path]:
    """Every Cypher file of the project, sorted."""
    yield from sorted(FOLDER.rglob("*.cypher"))


def statements(text: str) -> tuple[str, ...]:
    """The statements of a schema file; each ends with a ``;`` at the end of a line, comment lines are left out."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith(("//", "--"))]
    parts = re.split(r";\s*(?:\n|$)", "\n".join(lines))
    return tuple(part.strip() for part in parts if part.strip())


def parse_query(folder: str, name: str, text: str) -> Query:
    """The query that ``text`` holds; :class:`QueryMalformed` when its header does not say all it must.

    The header is the run of ``//`` lines at the top; an empty line or an empty comment ends it.
    """
    fields: dict[str, list[str]] = {}
    current = ""
    for line in text.splitlines():
        comment = re.match(r"//\s*(.*\S)", line)
        if comment is None:
            break
        field = re.match(r"(question|question_da|parameters|columns|theme|next):\s*(.*)", comment[1])
        current, value = (field[1], field[2]) if field else (current, comment[1])
        if not current:
            raise _malformed(folder, name, f"begins with '{comment[1]}' instead of 'question:'")
        fields.setdefault(current, []).extend([value] if value else [])
    for needed in ("question", "question_da", "parameters"):
        if needed not in fields:
            raise _malformed(folder, name, f"lacks the line '// {needed}: …'")
    return Query(
        folder=folder,
        name=name,
        question=" ".join(fields["question"]),
        question_da=" ".join(fields["question_da"]),
        parameters=tuple(
            _parse_parameter(folder, name, line) for line in fields["parameters"] if line not in ("-", "none")
        ),
        columns=_names(fields.get("columns", [])),
        text=text,
        theme=" ".join(fields.get("theme", [])),
        next=_names(fields.get("next", [])),
    )


def _names(lines: list[str]) -> tuple[str, ...]:
    return tuple(part.strip() for part in ",".join(lines).split(",") if part.strip())


_PARAMETER = re.compile(r"(?P<name>\w+):\s*(?P<type>\w+)(?:\s*=(?P<default>.*?))?(?:\s+(?:—|–|--?)\s+(?P<text>.+))?\s*")


def _parse_parameter(folder: str, name: str, line: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    if found is None:
        raise _malformed(folder, name, f"has a parameter that is not 'name: type = default — text': '{line}'")
    if found["type"] not in set(ParameterType):
        raise _malformed(folder, name, f"gives parameter '{found['name']}' the unknown type '{found['type']}'")
    default = None if found["default"] is None else found["default"].strip()
    return Parameter(found["name"], ParameterType(found["type"]), default, found["text"] or "")


def _malformed(folder: str, name: str, what: str) -> QueryMalformed:
    return QueryMalformed(
        f"The header of cypher/{folder}/{name}.cypher {what}.", "cypher/__init__.py shows the form of a header."
    )
