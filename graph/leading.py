"""Which document of a meeting leads, and what the others add: a pure function, whatever the order of the documents.

One meeting may have several documents. The facts of the leading one are the meeting's facts; the others add their
evidence where they state the same fact with the same value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph import ids
from graph.facts import Claim, Edge, Facts, Kind, renamed
from graph.schema import Row

_STATUS_ORDER = ("held", "planned", "other")
_MEDIA_ORDER = ("application/json", "application/pdf", "text/plain", "text/markdown")
_HELD = "held"


@dataclass(frozen=True, slots=True)
class Reading:
    """The facts of one meeting as one document gives them, without the Document itself."""

    id: str
    group: str  # the natural id of the meeting
    document: Row
    ordinal: int
    facts: Facts

    @property
    def meeting(self) -> Row:
        """The node of the meeting."""
        return self.facts.nodes["Meeting"][0]

    @property
    def start(self) -> str | None:
        """When the meeting began, `HH:MM`."""
        return self.meeting.get("start_time")

    @property
    def held(self) -> bool:
        """Whether these are minutes."""
        return bool(self.meeting["status"] == _HELD)

    @property
    def precedence(self) -> tuple[int, int, int, str, int]:
        """Smaller leads: minutes before agenda, then better text, then the form, then the hash."""
        return (
            _STATUS_ORDER.index(self.meeting["status"]),
            self.document["rank"],
            _MEDIA_ORDER.index(self.document["media"]),
            self.document["id"],
            self.ordinal,
        )


def meetings(readings: Iterable[Reading]) -> list[Facts]:
    """The facts of each meeting of one group (one body on one day), every meeting under its own id."""
    return [_merged(id_, members) for id_, members in sorted(_told_apart(list(readings)).items())]


def _told_apart(readings: Sequence[Reading]) -> Mapping[str, list[Reading]]:
    """Minutes with different known starts are different meetings; the earliest keeps the plain id.

    What gives no start, and an agenda whose start no minutes give, belongs to the earliest.
    """
    starts = sorted({reading.start for reading in readings if reading.held and reading.start})
    told: dict[str, list[Reading]] = {}
    for reading in readings:
        second = reading.start in starts[1:]
        id_ = ids.second_meeting_id(reading.group, str(reading.start)) if second else reading.group
        told.setdefault(id_, []).append(reading)
    return told


def _merged(id_: str, readings: Sequence[Reading]) -> Facts:
    leading, *others = sorted(readings, key=lambda reading: reading.precedence)
    facts = renamed(leading.facts, leading.group, id_)
    told = [renamed(other.facts, other.group, id_) for other in others]
    for other, theirs in zip(others, told, strict=True):
        facts = _supported(facts, theirs, other.document["id"])
    return _with_other_ids(facts, told)


def _with_other_ids(facts: Facts, told: Sequence[Facts]) -> Facts:
    """The facts whose points know the ids that other documents give them: an id once published leads here for good.

    The same point has the same title; where several or none has it, the same place on the agenda.
    """
    points = facts.nodes.get("AgendaItem", ())
    known = {row["id"] for row in points}
    merged: dict[str, set[str]] = {}
    for other in told:
        for row in other.nodes.get("AgendaItem", ()):
            if row["id"] not in known and (same := _same_point(row, points)):
                merged.setdefault(same, set()).add(row["id"])
    if not merged:
        return facts
    rows = [row | {"merged": sorted(merged[row["id"]])} if row["id"] in merged else row for row in points]
    return Facts({**facts.nodes, "AgendaItem": rows}, facts.relations, facts.claims)


def _same_point(row: Row, points: Sequence[Row]) -> str | None:
    titled = [point["id"] for point in points if ids.slug(point["title"]) == ids.slug(row["title"])]
    placed = [point["id"] for point in points if point["ordinal"] == row["ordinal"]]
    return next((found[0] for found in (titled, placed) if len(found) == 1), None)


def _supported(facts: Facts, other: Facts, document: str) -> Facts:
    """The facts, with the evidence that another document of the meeting gives for the same ones."""
    stated = {claim[:4] for claim in facts.claims}
    shared = [claim for claim in other.claims if claim[:4] in stated]
    rows = {row["id"]: row for row in other.nodes.get("Evidence", ())}
    evidence = sorted({claim.evidence for claim in shared})
    relations = {kind: list(edges) for kind, edges in facts.relations.items()}
    meeting = facts.nodes["Meeting"][0]["id"]
    documents = relations.setdefault(Kind("DOCUMENTED_BY", "Meeting", "Document"), [])
    if (documented := Edge(meeting, document, {})) not in documents:  # one file may tell of a meeting twice
        documents.append(documented)
    relations.setdefault(Kind("IN_DOCUMENT", "Evidence", "Document"), []).extend(
        Edge(key, document, {}) for key in evidence
    )
    for kind, edge in map(_evidence_edge, shared):
        relations.setdefault(kind, []).append(edge)
    nodes = {**facts.nodes, "Evidence": [*facts.nodes.get("Evidence", ()), *(rows[key] for key in evidence)]}
    return Facts(nodes, relations, facts.claims)


def _evidence_edge(claim: Claim) -> tuple[Kind, Edge]:
    return Kind("HAS_EVIDENCE", claim.label, "Evidence"), Edge(claim.id, claim.evidence, {"field": claim.field})
