"""The mapping of labels and relations to RDF terms, from `mapping.toml`, validated when it loads."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field, model_validator
from rdflib import URIRef

from graph.schema import load_schema

_PLAIN = "!$&'()*+,;=:@-._~"  # what stands in a part of a path as it is (RFC 3986, 3.3)
FILE = Path(__file__).with_name("mapping.toml")


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
    """All that is said in RDF."""

    prefix: dict[str, str]
    classes: dict[str, ClassMapping] = Field(alias="class")
    relation: tuple[RelationMapping, ...]

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

    def _terms(self) -> list[str]:
        terms = [term for mapping in self.classes.values() for term in (*mapping.types, *mapping.properties.values())]
        return terms + [relation.predicate for relation in self.relation]

    def iri(self, term: str) -> URIRef:
        """`eli:refers_to` → its IRI."""
        prefix, _, name = term.partition(":")
        if prefix not in self.prefix:
            raise ValueError(f"the prefix of '{term}' is not declared")
        return URIRef(self.prefix[prefix] + name)


@cache
def load_mapping() -> Mapping:
    """The mapping in `mapping.toml`."""
    return Mapping.model_validate(tomllib.loads(FILE.read_text("utf-8")))


def node_iri(base_url: str, label: str, id_: str) -> URIRef:
    """The IRI of a node: flat, since rdflib's Turtle is quadratic in IRIs with many folders."""
    kind = re.sub(r"(?<!^)(?=[A-Z])", "-", label).lower()
    return URIRef(f"{base_url.rstrip('/')}/id/{kind}.{quote(id_, safe=_PLAIN)}")
