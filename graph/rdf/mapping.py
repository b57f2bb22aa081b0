"""The mapping of labels and relations to RDF terms, from `mapping.toml`, validated when it loads."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Annotated, TypeAlias
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field, model_validator
from rdflib import URIRef

from graph.schema import load_schema

_PLAIN = "!$&'()*+,;=:@-._~"  # what stands in a part of a path as it is (RFC 3986, 3.3)
FILE = Path(__file__).with_name("mapping.toml")


Reason: TypeAlias = Annotated[str, Field(min_length=10)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ClassMapping(_Strict):
    """A label: its RDF types, the first of which is counted, and its literal properties."""

    types: tuple[str, ...]
    properties: dict[str, str]


class RelationMapping(_Strict):
    """A relation (type, from, to): its predicate, said from the end to the start where `inverse`."""

    kind: tuple[str, str, str]
    predicate: str
    inverse: bool = False


class Mapping(_Strict):
    """All that is said in RDF, and of what is not mapped: how else it is told, or why it is left out."""

    prefix: dict[str, str]
    classes: dict[str, ClassMapping] = Field(alias="class")
    relation: tuple[RelationMapping, ...]
    told: dict[str, Reason]
    left_out: dict[str, Reason]

    @model_validator(mode="after")
    def _known(self) -> Mapping:
        schema = load_schema()
        for label, mapping in self.classes.items():
            if unknown := mapping.properties.keys() - schema.label[label].properties.keys():
                raise ValueError(f"{label} has no {', '.join(sorted(unknown))}")
        for relation in self.relation:
            type_, start, end = relation.kind
            if (start, end) not in schema.relation[type_]:
                raise ValueError(f"there is no relation {relation.kind}")
        for term in self._terms():
            self.iri(term)
        return self

    @model_validator(mode="after")
    def _whole(self) -> Mapping:
        """Every label and every relation of the schema stands here, and stands here once."""
        schema, named = load_schema(), Counter([*self.told, *self.left_out])
        mapped = {relation.kind for relation in self.relation}
        for label in schema.label:
            _once(label, (label in self.classes) + named.pop(label, 0))
        for type_, ends in schema.relation.items():
            whole = named.pop(type_, 0)
            for start, end in ends:
                name = f"{type_}.{start}.{end}"
                _once(name, ((type_, start, end) in mapped) + whole + named.pop(name, 0))
        if named:
            raise ValueError(f"the graph has no {', '.join(sorted(named))}")
        return self

    def _terms(self) -> list[str]:
        terms = [term for mapping in self.classes.values() for term in (*mapping.types, *mapping.properties.values())]
        return terms + [relation.predicate for relation in self.relation]

    def iri(self, term: str) -> URIRef:
        """`eli:refers_to` → its IRI."""
        prefix, _, name = term.partition(":")
        if prefix not in self.prefix:
            raise ValueError(f"the prefix of '{term}' is not declared")
        return URIRef(self.prefix[prefix] + name)


def _once(name: str, times: int) -> None:
    if times != 1:
        raise ValueError(f"{name} stands there {times} times")


@cache
def load_mapping() -> Mapping:
    """The mapping in `mapping.toml`."""
    return Mapping.model_validate(tomllib.loads(FILE.read_text("utf-8")))


def node_iri(base_url: str, label: str, id_: str) -> URIRef:
    """The IRI of a node: flat, since rdflib's Turtle is quadratic in IRIs with many folders."""
    kind = re.sub(r"(?<!^)(?=[A-Z])", "-", label).lower()
    return URIRef(f"{base_url.rstrip('/')}/id/{kind}.{quote(id_, safe=_PLAIN)}")
