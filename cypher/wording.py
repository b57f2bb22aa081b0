"""The words of the library of questions, from ``wording.toml``: what a column holds, what a parameter asks for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from cypher import FOLDER, Query
from cypher.errors import QueryMalformed

LANGUAGES = ("en", "da")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of an answer holds."""

    en: str
    da: str
    words: str = ""  # the group of api/texts whose words its codes have
    ids: str = ""  # the kind of thing whose ids it holds, or "label:" and the column that tells its label
    on: str = ""  # the column that stands for it on a page


@dataclass(frozen=True, slots=True)
class Wording:
    """All words, by the names that ``wording.toml`` gives them."""

    theme: Mapping[str, Mapping[str, str]]
    column: Mapping[str, Column]
    parameter: Mapping[str, str]


@cache
def load_wording() -> Wording:
    """The words; :class:`QueryMalformed` where the file holds something else."""
    content = tomllib.loads((FOLDER / "wording.toml").read_text("utf-8"))
    try:
        columns = {name: Column(**entry) for name, entry in content.pop("column").items()}
        wording = Wording(column=columns, **content)
    except (TypeError, KeyError) as error:
        raise QueryMalformed(f"cypher/wording.toml cannot be read: {error}.", "Its head says its form.") from error
    return wording


def column_of(query: Query, name: str) -> Column:
    """What a column of a query holds. Raises KeyError where there are no words for it."""
    columns = load_wording().column
    return columns.get(f"{query.name}.{name}") or columns[name]


def parameter_of(query: Query, name: str) -> str:
    """What a parameter asks for, in Danish. Raises KeyError where there are no words for it."""
    parameters = load_wording().parameter
    return parameters.get(f"{query.name}.{name}") or parameters[name]
