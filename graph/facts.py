"""Nodes and relations of one meeting as plain rows: what `assemble` gives and `load` takes."""

from __future__ import annotations

import base64
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from extract.evidence import Evidence
from extract.mentions import OrganisationMention
from extract.records import MeetingRecord
from graph import ids
from graph.schema import PropertyType, Row, Schema, load_schema


class Kind(NamedTuple):
    """A relation type between two labels."""

    type: str
    start: str
    end: str


class Edge(NamedTuple):
    """A relation from one id to another."""

    start: str
    end: str
    props: Row


class Claim(NamedTuple):
    """That an evidence supports one field of a fact; other documents with the same value support it too."""

    label: str
    id: str
    field: str
    value: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The part of the graph that one meeting states, in a fixed order.

    `nodes`: of each label its rows (each with `id`); `relations`: of each kind its edges. What several meetings share
    (persons, bodies, laws …) stands in `nodes` as this meeting alone would have it.
    """

    nodes: Mapping[str, Sequence[Row]]
    relations: Mapping[Kind, Sequence[Edge]]
    claims: Sequence[Claim] = ()

    def edges(self, type_: str) -> Iterable[tuple[Kind, Edge]]:
        """All relations of one type."""
        return ((kind, edge) for kind, edges in self.relations.items() if kind.type == type_ for edge in edges)


# What several meetings share: never deleted with one of them.
SHARED = (
    "Municipality",
    "Body",
    "Term",
    "Person",
    "Party",
    "Office",
    "Plan",
    "Organisation",
    "Law",
    "Provision",
    "CaseNumber",
    "Topic",
)
# The relations among them: they follow from the ids and live as long as their ends.
SHARED_RELATIONS = ("HAS_BODY", "HAS_TERM", "HAS_PROVISION", "HAS_SUBTOPIC")


@dataclass
class Gathering:
    """Collects the rows of one record; every row is checked as it comes in."""

    record: MeetingRecord
    meeting: str
    municipality: str
    schema: Schema = field(default_factory=load_schema)
    _nodes: dict[str, dict[str, Row]] = field(default_factory=dict)
    _relations: dict[Kind, dict[tuple[str, ...], Edge]] = field(default_factory=dict)
    _claims: dict[Claim, None] = field(default_factory=dict)
    _variants: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)

    @cached_property
    def organisations(self) -> Mapping[str, OrganisationMention]:
        """The organisations that the record mentions, by name: so that a statement about one finds the same."""
        mentions = [mention for item in self.record.items for mention in item.mentions]
        found = [mention for mention in mentions if isinstance(mention, OrganisationMention)]
        return {mention.name: mention for mention in sorted(found, key=lambda mention: mention.known)}

    def node(self, label: str, id_: str, **properties: Any) -> str:
        """Add a fact of this meeting; an id that is there already gets its repetition. The id in the end."""
        rows = self._nodes.setdefault(label, {})
        unique, repetition = id_, 1
        while unique in rows:
            repetition += 1
            unique = f"{id_}-{repetition}"
        row = {"id": unique, **_stated(properties)}
        self.schema.check_node(label, row)
        rows[unique] = row
        return unique

    def entity(self, label: str, id_: str, **properties: Any) -> str:
        """Name something that meetings share, as this place names it."""
        row = _stated(properties)
        self.schema.check_node(label, {"id": id_, **row})
        self._variants.setdefault((label, id_), Counter())[json.dumps(row, ensure_ascii=False, sort_keys=True)] += 1
        return id_

    def relate(self, start: tuple[str, str], type_: str, end: tuple[str, str], **properties: Any) -> None:
        """Relate two nodes given as (label, id); said twice it counts once."""
        kind, props = Kind(type_, start[0], end[0]), _stated(properties)
        self.schema.check_relation(*kind, props)
        key = (start[1], end[1], *map(str, props.values()))
        self._relations.setdefault(kind, {}).setdefault(key, Edge(start[1], end[1], props))

    def support(self, label: str, id_: str, field_: str, value: object, evidence: Evidence) -> None:
        """Say where a field of a fact stands. `value` is what another document must agree on."""
        document, ordinal = self.record.provenance.sha256, self.record.ordinal
        key = ids.evidence_id(document, ordinal, evidence.start, evidence.end, evidence.rule)
        row = {"id": key, **_stated(evidence_row(evidence))}
        self.schema.check_node("Evidence", row)
        self._nodes.setdefault("Evidence", {}).setdefault(key, row)
        self._claims.setdefault(Claim(label, id_, field_, " ".join(str(value).split()), key))
        self.relate((label, id_), "HAS_EVIDENCE", ("Evidence", key), field=field_)
        self.relate(("Evidence", key), "IN_DOCUMENT", ("Document", evidence.document))

    def count(self, start: tuple[str, str], type_: str, end: tuple[str, str]) -> None:
        """Relate two nodes and count how often."""
        kind = Kind(type_, start[0], end[0])
        edges = self._relations.setdefault(kind, {})
        before = edges.get((start[1], end[1]))
        props = {"count": (before.props["count"] if before else 0) + 1}
        self.schema.check_relation(*kind, props)
        edges[(start[1], end[1])] = Edge(start[1], end[1], props)

    def finish(self) -> Facts:
        """Everything gathered, sorted."""
        for (label, id_), counts in self._variants.items():
            variants = sorted(counts)
            self._nodes.setdefault(label, {})[id_] = {"id": id_, **settled([(v, counts[v]) for v in variants])}
            times = [counts[variant] for variant in variants]
            names = {"variants": variants, "times": times, "printed": id_}
            self.relate(("Meeting", self.meeting), "NAMES", (label, id_), **names)
        return Facts(
            nodes={label: [rows[id_] for id_ in sorted(rows)] for label, rows in sorted(self._nodes.items())},
            relations={kind: [edges[key] for key in sorted(edges)] for kind, edges in sorted(self._relations.items())},
            claims=sorted(self._claims),
        )


def _stated(properties: Mapping[str, Any]) -> Row:
    return {name: value for name, value in properties.items() if value is not None}


def evidence_row(evidence: Evidence) -> Row:
    """The properties of an Evidence (and of a Mention, which is its own)."""
    return {
        "document": evidence.document,
        "page": evidence.page,
        "line": evidence.line,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "rule": evidence.rule,
        "confidence": float(evidence.confidence),
        "pointer": evidence.pointer,
    }


def settled(variants: Iterable[tuple[str, int]]) -> Row:
    """What to call a shared thing, from how often it is called what (variant as JSON, times).

    Of each property the most frequent value, of equally frequent ones the smallest; lists are united. The name itself
    is no alias. The answer does not depend on the order of the variants.
    """
    counts: dict[str, Counter[Any]] = {}
    lists: dict[str, set[str]] = {}
    for variant, times in variants:
        for name, value in json.loads(variant).items():
            if isinstance(value, list):
                lists.setdefault(name, set()).update(value)
            else:
                counts.setdefault(name, Counter())[value] += times
    row: Row = {name: min(values, key=lambda value: (-values[value], value)) for name, values in counts.items()}
    return row | {name: sorted(values - {row.get("name"), row.get("title")}) for name, values in lists.items()}


def renamed(facts: Facts, old: str, new: str) -> Facts:
    """The same facts under another meeting id; every id below the meeting's goes along."""
    if old == new:
        return facts

    def move(id_: str) -> str:
        return new + id_[len(old) :] if id_ == old or id_.startswith(old + ".") else id_

    return Facts(
        nodes={label: [row | {"id": move(row["id"])} for row in rows] for label, rows in facts.nodes.items()},
        relations={
            kind: [Edge(move(edge.start), move(edge.end), edge.props) for edge in edges]
            for kind, edges in facts.relations.items()
        },
        claims=[claim._replace(id=move(claim.id)) for claim in facts.claims],
    )


def pack(facts: Facts) -> str:
    """The facts as text for `Record.facts`: base64 of deflated JSON."""
    plain = {
        "nodes": facts.nodes,
        "relations": [[*kind, [list(edge) for edge in edges]] for kind, edges in facts.relations.items()],
        "claims": [list(claim) for claim in facts.claims],
    }
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), default=date.isoformat)
    return base64.b64encode(zlib.compress(text.encode(), 6)).decode("ascii")


def unpack(packed: str) -> Facts:
    """What `pack` was given."""
    plain = json.loads(zlib.decompress(base64.b64decode(packed)))
    return Facts(
        nodes={label: [_typed(label, row) for row in rows] for label, rows in plain["nodes"].items()},
        relations={
            Kind(type_, start, end): [Edge(*edge) for edge in edges] for type_, start, end, edges in plain["relations"]
        },
        claims=[Claim(*claim) for claim in plain["claims"]],
    )


def _typed(label: str, row: Row) -> Row:
    types = load_schema().label[label].properties
    return {
        name: date.fromisoformat(value) if types[name] is PropertyType.DATE else value for name, value in row.items()
    }
