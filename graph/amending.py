"""The facts of a meeting under what is judged about names and corrected by people: a pure function of rows.

What the document says is never lost: it stays packed in its `Record`, and every relation NAMES keeps the id that the
printed name alone would have (`printed`). So a judgement or correction that is taken back leaves no trace.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from extract.records import AttendanceStatus, AttendeeKind, BallotOption, ItemKind, RelationToRecommendation
from graph import ids
from graph.errors import SchemaBroken
from graph.facts import Edge, Facts, Kind
from graph.identity.book import Correction
from graph.schema import PropertyType, Row, load_schema
from graph.threads.asking import Kind as FollowUpKind

APPLIED, EVIDENCE_GONE, REFUSED = "applied", "evidence-gone", "refused"
_CLOSED: Mapping[tuple[str, str], type[StrEnum]] = {  # what a person may not say in other words
    ("AgendaItem", "kind"): ItemKind,
    ("Ballot", "option"): BallotOption,
    ("Attendance", "status"): AttendanceStatus,
    ("Attendance", "kind"): AttendeeKind,
    ("Decision", "relation_to_recommendation"): RelationToRecommendation,
    ("FollowUp", "kind"): FollowUpKind,
}
_CALLED = {"Law": "title"}  # the property that holds what a thing is called; `name` elsewhere


@dataclass(frozen=True)
class Amendments:
    """What is judged and corrected, as far as meetings must know it."""

    canonical: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (label, id) → id; only what is merged
    corrections: Sequence[Correction] = ()

    def end(self, label: str, id_: str) -> str:
        """Under which id a thing stands."""
        if label == "Provision":
            law, _, section = id_.rpartition(".p")
            return f"{self.canonical.get(('Law', law), law)}.p{section}"
        return self.canonical.get((label, id_), id_)


def amended(facts: Facts, amendments: Amendments) -> Facts:
    """The facts with one id for all names of a thing, and with what people have corrected."""
    return _corrected(_identified(facts, amendments), amendments.corrections)


def _identified(facts: Facts, amendments: Amendments) -> Facts:
    if not amendments.canonical:
        return facts
    labels = {label for label, _ in amendments.canonical} | {"Provision"}
    nodes = {
        label: _nodes_under(label, rows, amendments) if label in labels else rows for label, rows in facts.nodes.items()
    }
    relations = {
        kind: _edges_under(kind, edges, amendments) if {kind.start, kind.end} & labels else edges
        for kind, edges in facts.relations.items()
    }
    return Facts(nodes, relations, facts.claims)


def _nodes_under(label: str, rows: Sequence[Row], amendments: Amendments) -> list[Row]:
    """Each thing once; its own row, where it is named by its own name too."""
    found: dict[str, Row] = {}
    for row in rows:
        id_ = amendments.end(label, row["id"])
        if id_ == row["id"] or id_ not in found:
            found[id_] = row | {"id": id_}
    return [found[id_] for id_ in sorted(found)]


def _edges_under(kind: Kind, edges: Sequence[Edge], amendments: Amendments) -> list[Edge]:
    found: dict[tuple[str, ...], Edge] = {}
    for edge in edges:
        start, end = amendments.end(kind.start, edge.start), amendments.end(kind.end, edge.end)
        props = edge.props
        if kind.type == "NAMES" and end != edge.end:
            props = props | {"variants": [_as_alias(kind.end, variant) for variant in props["variants"]]}
        counted = "count" in props
        key = (start, end) if counted else (start, end, *map(str, props.values()))
        if counted and key in found:
            props = {"count": found[key].props["count"] + props["count"]}
        found[key] = Edge(start, end, props)
    return [found[key] for key in sorted(found)]


def _as_alias(label: str, variant: str) -> str:
    """What a thing is called under another name: the name is an alias, and says nothing else of the thing."""
    row = json.loads(variant)
    name = row.get(_CALLED.get(label, "name"))
    if "aliases" not in load_schema().label[label].properties or name is None:
        return json.dumps({}, sort_keys=True)
    return json.dumps({"aliases": sorted({name, *row.get("aliases", ())})}, ensure_ascii=False, sort_keys=True)


def correction_id(correction: Correction) -> str:
    """A correction by the fact and field that it is about."""
    return ids.join(correction.fact, f"correction-{ids.slug(correction.field)}")


def _corrected(facts: Facts, corrections: Iterable[Correction]) -> Facts:
    meeting = facts.nodes["Meeting"][0]["id"] if facts.nodes.get("Meeting") else None
    for correction in corrections:
        if meeting and correction.fact.startswith(f"{meeting}."):
            facts = _with(facts, correction, meeting)
    return facts


def _with(facts: Facts, correction: Correction, meeting: str) -> Facts:
    found = next(
        ((label, row) for label, rows in facts.nodes.items() for row in rows if row["id"] == correction.fact), None
    )
    status = EVIDENCE_GONE
    if found and _plain(found[1].get(correction.field)) == correction.read:
        status, facts = _applied(facts, *found, correction)
    id_ = correction_id(correction)
    row = {
        "id": id_,
        "fact": correction.fact,
        "field": correction.field,
        "read": None if status == EVIDENCE_GONE else _told(correction.read),  # words of a document that may be removed
        "value": _told(correction.value),
        "by": correction.by,
        "date": correction.date.isoformat(),
        "why": correction.why,
        "status": status,
    }
    row = {name: value for name, value in row.items() if value is not None}
    load_schema().check_node("Correction", row)
    kind = Kind("HAS_CORRECTION", "Meeting", "Correction")
    edges = [*facts.relations.get(kind, ()), Edge(meeting, id_, {})]
    corrections = [*facts.nodes.get("Correction", ()), row]
    return Facts({**facts.nodes, "Correction": corrections}, {**facts.relations, kind: edges}, facts.claims)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _told(value: object) -> str | None:
    return value if isinstance(value, str) or value is None else json.dumps(value, ensure_ascii=False)


def _applied(facts: Facts, label: str, row: Row, correction: Correction) -> tuple[str, Facts]:
    """The facts with a correction, or as they were where no such value can stand there."""
    if correction.value is None:
        return APPLIED, _without(facts, correction.fact)
    try:
        changed = row | {correction.field: _value(label, correction)}
        load_schema().check_node(label, changed)
    except (ValueError, SchemaBroken):
        return REFUSED, facts
    rows = [changed if each is row else each for each in facts.nodes[label]]
    return APPLIED, Facts({**facts.nodes, label: rows}, facts.relations, facts.claims)


def _value(label: str, correction: Correction) -> object:
    """What is to stand in the field; ValueError where it cannot."""
    if correction.field == "id":
        raise ValueError("an id is never corrected: others lead by it")
    if closed := _CLOSED.get((label, correction.field)):
        return closed(str(correction.value)).value
    is_date = load_schema().label[label].properties.get(correction.field) is PropertyType.DATE
    return date.fromisoformat(str(correction.value)) if is_date else correction.value


def _without(facts: Facts, fact: str) -> Facts:
    """The facts without one of them and what hangs on it."""

    def stays(id_: str) -> bool:
        return id_ != fact and not id_.startswith(f"{fact}.")

    relations = {
        kind: [edge for edge in edges if stays(edge.start) and stays(edge.end)]
        for kind, edges in facts.relations.items()
    }
    supported = {edge.end for kind, edges in relations.items() if kind.type == "HAS_EVIDENCE" for edge in edges}
    gone = {row["id"] for row in facts.nodes.get("Evidence", ())} - supported
    return Facts(
        {
            label: [row for row in rows if stays(row["id"]) and (label != "Evidence" or row["id"] not in gone)]
            for label, rows in facts.nodes.items()
        },
        {
            kind: [edge for edge in edges if kind.start != "Evidence" or edge.start not in gone]
            for kind, edges in relations.items()
        },
        [claim for claim in facts.claims if stays(claim.id)],
    )
