"""The closed schema of the graph: what `schema.toml` allows, loaded once, and the check that a row keeps to it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, model_validator

from graph.errors import SchemaBroken

Row: TypeAlias = dict[str, Any]
FILE = Path(__file__).with_name("schema.toml")


class PropertyType(StrEnum):
    """What a property holds."""

    STRING = "string"
    INTEGER = "integer"
    FLOAT = "float"
    BOOLEAN = "boolean"
    DATE = "date"
    STRINGS = "strings"
    INTEGERS = "integers"


class Layer(StrEnum):
    """Facts of a document (replaced with it), computed from the corpus, or about the store and no part of the dump."""

    DOCUMENT = "document"
    DERIVED = "derived"
    STORE = "store"
    TRACE = "trace"  # what became of files, and when: where they lay, what was replaced or removed


def _integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_HOLDS: Mapping[PropertyType, Callable[[object], bool]] = {
    PropertyType.STRING: lambda value: isinstance(value, str),
    PropertyType.INTEGER: _integer,
    PropertyType.FLOAT: lambda value: isinstance(value, float),
    PropertyType.BOOLEAN: lambda value: isinstance(value, bool),
    PropertyType.DATE: lambda value: isinstance(value, date) and not isinstance(value, datetime),
    PropertyType.STRINGS: lambda value: isinstance(value, list) and all(isinstance(part, str) for part in value),
    PropertyType.INTEGERS: lambda value: isinstance(value, list) and all(map(_integer, value)),
}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Label(_Strict):
    """One label: what its nodes are, in English and Danish, and their properties."""

    text: str
    text_da: str
    layer: Layer
    properties: dict[str, PropertyType]


class RelationText(_Strict):
    """What a relation says, read from its start to its end."""

    en: str
    da: str


class Schema(_Strict):
    """All labels and relation types, and what each of their properties holds."""

    label: dict[str, Label]
    relation: dict[str, tuple[tuple[str, str], ...]]
    relation_properties: dict[str, dict[str, PropertyType]] = Field(default_factory=dict)
    relation_text: dict[str, RelationText]
    property_text: dict[str, str]
    not_in_examples: dict[str, str]

    @model_validator(mode="after")
    def _closed(self) -> Schema:
        for name, ends in self.relation.items():
            if unknown := {end for pair in ends for end in pair} - self.label.keys():
                raise ValueError(f"relation {name} joins unknown labels: {', '.join(sorted(unknown))}")
        if unknown := self.relation_properties.keys() - self.relation.keys():
            raise ValueError(f"properties of unknown relations: {', '.join(sorted(unknown))}")
        if unkeyed := [name for name, label in self.label.items() if "id" not in label.properties]:
            raise ValueError(f"labels without id: {', '.join(unkeyed)}")
        return self

    @model_validator(mode="after")
    def _told(self) -> Schema:
        if untold := self.relation.keys() ^ self.relation_text.keys():
            raise ValueError(f"relation and relation_text differ in: {', '.join(sorted(untold))}")
        owners = {name: label.properties for name, label in self.label.items()} | self.relation_properties
        used = set()
        for owner, properties in owners.items():
            for name in properties:
                key = f"{owner}.{name}" if f"{owner}.{name}" in self.property_text else name
                if key not in self.property_text:
                    raise ValueError(f"property_text does not say what {owner}.{name} holds")
                used.add(key)
        if left_over := self.property_text.keys() - used:
            raise ValueError(f"property_text tells of what is not there: {', '.join(sorted(left_over))}")
        return self

    def meaning(self, owner: str, name: str) -> str:
        """What a property of a label or relation holds."""
        return self.property_text.get(f"{owner}.{name}") or self.property_text[name]

    def check_node(self, label: str, row: Row) -> None:
        """Raise `SchemaBroken` where a node is not as the schema has it."""
        if label not in self.label:
            raise _broken(f"There is no label '{label}'")
        if not row.get("id"):
            raise _broken(f"A node {label} has no id")
        _check_properties(f"Node {label} '{row['id']}'", row, self.label[label].properties)

    def check_relation(self, type_: str, from_label: str, to_label: str, props: Row) -> None:
        """Raise `SchemaBroken` where a relation is not as the schema has it."""
        if (from_label, to_label) not in self.relation.get(type_, ()):
            raise _broken(f"There is no relation ({from_label})-[{type_}]->({to_label})")
        _check_properties(f"Relation {type_}", props, self.relation_properties.get(type_, {}))


def _check_properties(what: str, row: Row, allowed: Mapping[str, PropertyType]) -> None:
    for name, value in row.items():
        if name not in allowed:
            raise _broken(f"{what} has the unknown property '{name}'")
        if value is not None and not _HOLDS[allowed[name]](value):
            raise _broken(f"{what} has '{name}' = {value!r}, which is no {allowed[name]}")


def _broken(what: str) -> SchemaBroken:
    return SchemaBroken(f"{what}.", "graph/schema.toml says what the graph may hold.")


@cache
def load_schema() -> Schema:
    """The schema in `schema.toml`."""
    return Schema.model_validate(tomllib.loads(FILE.read_text("utf-8")))
