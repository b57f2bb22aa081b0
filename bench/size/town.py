"""A made municipality: meetings with all that their minutes would say, and what is derived from them."""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from bench.size.shape import Shape
from bench.size.words import Words
from graph import ids
from graph.facts import SHARED, Edge, Facts, Kind, pack
from graph.schema import Layer, Row, load_schema

# What a node is a part of, by which relation; in the order in which they are made.
PARTS = (
    Kind("HAS_ITEM", "Meeting", "AgendaItem"),
    *(
        Kind(type_, "AgendaItem", label)
        for type_, label in (
            ("HAS_SECTION", "Section"), ("HAS_RECOMMENDATION", "Recommendation"), ("HAS_STEP", "ProcedureStep"),
            ("HAS_DECISION", "Decision"), ("HAS_ATTACHMENT", "Attachment"), ("HAS_REFERENCE", "Reference"),
            ("STATES", "Statement"), ("HAS_NOTICE", "Notice"), ("HAS_FOLLOW_UP", "FollowUp"),
            ("HAS_MENTION", "Mention"), ("HAS_LINK", "Link"), ("HAS_CONFLICT", "Conflict"),
        )
    ),
    Kind("HAS_VOTE", "Decision", "Vote"),
    Kind("HAS_BALLOT", "Vote", "Ballot"),
    Kind("HAS_EXPLANATION", "Vote", "Explanation"),
)  # fmt: skip
# Written here one by one, because they follow from something else than a number.
OWN = (
    "NAMES", "HAS_ATTENDANCE", "AT_MEETING", "AT_ITEM", "HELD", "HAS_BODY", "HAS_TERM", "IN_TERM", "HAS_RECORD",
    "DOCUMENTED_BY", "IN_DOCUMENT", "HAS_NUMBER", "PART_OF_CASE", "HAS_EVIDENCE", "HAS_PROVISION", "ABOUT",
)  # fmt: skip
DERIVED = ("PART_OF_CASE", "RELATED_TO", "SAME_DECISION", "SHOWN_BY", "TELLS_OF", "MEMBER_OF", "LACKS_MINUTES_OF")
NATIONAL = ("Law", "Provision")
PEOPLE = 8  # of a body's members on the list of a meeting
BODIES = 8  # that meet
RECENT = 300  # points, decisions, meetings of a municipality that later ones refer to
LAST_DAY = date(2026, 1, 5)
MONEY = "money"  # a mention whose detail is the amount


def crossing(shape: Shape) -> dict[str, list[tuple[Kind, ...]]]:
    """Of each label the relations from its nodes to others; of those in one tuple a node has one at the most."""
    parts, types = set(PARTS), {kind.type for kind in PARTS} | set(OWN)
    found: dict[tuple[str, str], list[Kind]] = {}
    for kind in shape.relations:
        if kind not in parts and kind.type not in types and kind.start not in SHARED and kind.start != "Judgement":
            found.setdefault((kind.type, kind.start), []).append(kind)
    groups: dict[str, list[tuple[Kind, ...]]] = {}
    for (_, start), kinds in found.items():
        one = sum(shape.relations[kind].mean for kind in kinds) <= 1.001
        groups.setdefault(start, []).extend([tuple(kinds)] if one else [(kind,) for kind in kinds])
    return groups


@dataclass
class Heap:
    """Nodes and relations as they come."""

    nodes: dict[str, dict[str, Row]] = field(default_factory=dict)
    relations: dict[Kind, dict[tuple[str, str], Edge]] = field(default_factory=dict)

    def node(self, label: str, row: Row) -> str:
        """Add a node; its id."""
        self.nodes.setdefault(label, {})[row["id"]] = row
        return str(row["id"])

    def relate(self, kind: Kind, start: str, end: str, props: Row | None = None) -> None:
        """Add a relation, unless it is there."""
        self.relations.setdefault(kind, {}).setdefault((start, end), Edge(start, end, props or {}))

    def facts(self) -> Facts:
        """All of it, sorted."""
        return Facts(
            nodes={label: [rows[id_] for id_ in sorted(rows)] for label, rows in sorted(self.nodes.items())},
            relations={kind: [edges[key] for key in sorted(edges)] for kind, edges in sorted(self.relations.items())},
        )


class Town:
    """One municipality, meeting by meeting; ``derived`` holds what its derivation would write in the end."""

    def __init__(self, number: int, meetings: int, shape: Shape, chance: Random) -> None:
        self.shape, self.chance, self.words = shape, chance, Words(chance)
        self.id = f"by-{number:03}"
        self.derived = Heap()
        self.recent: dict[str, deque[str]] = {}
        self.cases: list[Row] = []
        self.meetings = meetings
        self.pools = {label: self._pool(label) for label in SHARED if label in shape.labels}
        self.shared = {(label, row["id"]): row for label, rows in self.pools.items() for row in rows}
        self.crossing = crossing(shape)
        self._draws: dict[Kind, tuple[tuple[int, ...], float]] = {}
        self.number = 0

    def _pool(self, label: str) -> list[Row]:
        """What the meetings share: as many as in a municipality of the shape, fewer where there are few meetings."""
        if label == "Municipality":
            return [{"id": self.id, "name": f"{self.id.title()} Kommune"}]
        shape = self.shape.labels[label]
        towns, known = self.shape.labels["Municipality"].count, self.shape.labels["Document"].count
        size = shape.count if label in NATIONAL else round(shape.count / towns * min(1, self.meetings * towns / known))
        chance = Random(label) if label in NATIONAL else self.chance  # the same in every municipality
        words = Words(chance)
        name = "title" if label == "Law" else "number" if label == "CaseNumber" else "name"
        rows = {}
        for ordinal in range(max(BODIES + 1, size)):
            given = {name: words.name(), "municipality": self.id}
            prefix = "" if label in NATIONAL else f"{self.id}."
            id_ = f"{prefix}{ids.slug(given[name])}-{ordinal}"
            rows[id_] = self.row(label, id_, LAST_DAY, words=words, **given)
        return list(rows.values())

    def row(self, label: str, id_: str, day: date, *, words: Words | None = None, **given: Any) -> Row:
        """A node with values of its label's shape, but those that are given."""
        words, types = words or self.words, load_schema().label[label].properties
        row: Row = {"id": id_}
        for name, shape in self.shape.labels[label].properties.items():
            if name == "id" or name in ("aliases", "merged"):
                continue
            if given.get(name) is not None:
                row[name] = given[name]
            elif words.chance.random() < shape.share:
                row[name] = words.value(label, name, types[name], shape, day)
        if row.get("kind") == MONEY:
            row["detail"] = f"{1000 * words.chance.randrange(1, 5000)}.00"
        return row

    def draw(self, kind: Kind) -> int:
        """How many relations of a kind a node has."""
        if kind not in self._draws:
            shape = self.shape.relations[kind]
            held = [step for step in shape.steps if step or kind.start != "Meeting"]
            rest = 0.0 if kind.start == "Meeting" else max(0.0, shape.mean - sum(held) / len(held))
            self._draws[kind] = tuple(held), rest
        steps, rest = self._draws[kind]
        return self.chance.choice(steps) + int(rest) + (self.chance.random() < rest % 1)

    def pick(self, label: str) -> str | None:
        """One of those that meetings share, or of the recent ones; a few are picked often."""
        if label in self.pools:
            pool = self.pools[label]
            return str(pool[int(len(pool) * self.chance.random() ** 3)]["id"])
        recent = self.recent.get(label)
        return self.chance.choice(recent) if recent else None

    def remember(self, label: str, found: Iterable[str]) -> None:
        """What later meetings may refer to."""
        self.recent.setdefault(label, deque(maxlen=RECENT)).extend(found)

    def meeting(self) -> Facts:
        """The next meeting, newest last."""
        self.number += 1
        day = LAST_DAY - timedelta(days=7 * ((self.meetings - self.number) // 4))
        body = self.pools["Body"][self.number % BODIES]["id"]
        return Meeting(self, body, day).facts()

    def conclusion(self) -> Facts:
        """What is derived from all meetings: cases, links, memberships."""
        related = Kind("RELATED_TO", "Case", "Case")
        for row in self.cases:
            self.derived.node("Case", row)
            other = self.chance.choice(self.cases)["id"]
            if other != row["id"] and self.chance.random() < self.shape.relations[related].mean:
                self.derived.relate(related, row["id"], other, {"types": ["mention"]})
        for person in self.pools["Person"]:
            props = {"kind": "member", "first": LAST_DAY - timedelta(days=900), "last": LAST_DAY, "meetings": 20}
            body = self.pick("Body")
            self.derived.relate(Kind("MEMBER_OF", "Person", "Body"), person["id"], str(body), props)
        return self.derived.facts()


class Meeting:
    """One meeting and its document."""

    def __init__(self, town: Town, body: str, day: date) -> None:
        self.town, self.day, self.chance = town, day, town.chance
        self.heap, self.names, self.place = Heap(), Counter[tuple[str, str]](), 0
        self.derived: dict[str, list[str]] = {}  # ids of what the town derives from this meeting
        key = f"{town.id} {town.number}"
        self.document = hashlib.sha256(key.encode()).hexdigest()
        self.id = f"{ids.meeting_id(body, day)}-{town.number}"
        self.body = body

    def facts(self) -> Facts:
        """All that the minutes say; what is derived from it goes to the town."""
        heap, town = self.heap, self.town
        row = town.row("Meeting", self.id, self.day, status="held", leading_document=self.document)
        heap.node("Meeting", {name: value for name, value in row.items() if name not in ("expected", "matters")})
        heap.relate(Kind("HAS_BODY", "Municipality", "Body"), self.name("Municipality", town.id), self.body)
        heap.relate(Kind("HELD", "Body", "Meeting"), self.name("Body", self.body), self.id)
        self._parts()
        self._attend()
        for item in heap.nodes["AgendaItem"].values():
            self._put_into_case(item)
        self._cross()
        for label, rows in list(heap.nodes.items()):
            self._support(label, list(rows))
        for label in ("Meeting", "AgendaItem", "Decision"):
            town.remember(label, heap.nodes.get(label, ()))
        return self._finish()

    def name(self, label: str, id_: str) -> str:
        """Note that the meeting names something that others share."""
        self.names[(label, id_)] += 1
        return id_

    def _heap(self, kind: Kind) -> Heap:
        derived = load_schema().label[kind.start].layer is Layer.DERIVED or kind.type in DERIVED
        return self.town.derived if derived or kind.end == "Link" else self.heap

    def _parts(self) -> None:
        for kind in PARTS:
            starts = self.heap.nodes.get(kind.start, {})
            for start in list(starts):
                for ordinal in range(1, self.town.draw(kind) + 1):
                    self._part(kind, start, ordinal)

    def _part(self, kind: Kind, start: str, ordinal: int) -> None:
        is_point = kind.end == "AgendaItem"
        id_ = ids.join(start, str(ordinal) if is_point else f"{kind.end.lower()}-{ordinal}")
        given: dict[str, Any] = {"ordinal": ordinal, "number": str(ordinal), "municipality": self.town.id}
        if kind.end == "Mention":
            given |= self._span() | {"document": self.document}
        heap = self._heap(kind)
        heap.node(kind.end, self.town.row(kind.end, id_, self.day, **given))
        heap.relate(kind, start, id_)
        if heap is self.town.derived:
            self.derived.setdefault(kind.end, []).append(id_)

    def _span(self) -> Row:
        self.place += 40
        return {"line": self.place // 90 + 1, "start": self.place, "end": self.place + 30}

    def _attend(self) -> None:
        items, people = list(self.heap.nodes["AgendaItem"]), self.town.pools["Person"]
        first = self.chance.randrange(len(people))
        for place in range(min(PEOPLE, len(people))):
            person = people[(first + place) % len(people)]
            self._attendance(Kind("AT_MEETING", "Attendance", "Meeting"), person, self.id, "meeting")
        for item in items:
            if self.chance.random() < self.town.shape.relations[Kind("AT_ITEM", "Attendance", "AgendaItem")].mean:
                self._attendance(Kind("AT_ITEM", "Attendance", "AgendaItem"), self.chance.choice(people), item, "item")

    def _attendance(self, kind: Kind, person: Row, where: str, scope: str) -> None:
        id_ = ids.part_id(where, "attendance", person["name"])
        self.heap.node("Attendance", self.town.row("Attendance", id_, self.day, name=person["name"], scope=scope))
        self.heap.relate(kind, id_, where)
        self.heap.relate(Kind("HAS_ATTENDANCE", "Person", "Attendance"), self.name("Person", person["id"]), id_)

    def _put_into_case(self, item: Row) -> None:
        """Seven of ten points belong to a case, half of them to one that is there."""
        town, labels = self.town, self.town.shape.labels
        number = self.name("CaseNumber", str(town.pick("CaseNumber")))
        self.heap.relate(Kind("HAS_NUMBER", "AgendaItem", "CaseNumber"), item["id"], number, {"principal": True})
        part = Kind("PART_OF_CASE", "AgendaItem", "Case")
        joined = town.shape.relations[part].count
        if self.chance.random() >= joined / labels["AgendaItem"].count:
            return
        if not town.cases or self.chance.random() < labels["Case"].count / joined:
            row = town.row("Case", item["id"], self.day, municipality=town.id, item_count=0, first_date=self.day)
            town.cases.append(row | {"title": item["title"], "aliases": []})
        case = town.cases[-1] if town.cases[-1]["item_count"] == 0 else self.chance.choice(town.cases[-100:])
        case |= {"item_count": case["item_count"] + 1, "last_date": self.day}
        if case["id"] != item["id"]:
            case["aliases"].append(item["id"])
        props = {"type": "same_number", "rule": "same_number", "confidence": 0.9}
        town.derived.relate(part, item["id"], case["id"], props)

    def _cross(self) -> None:
        for label, groups in self.town.crossing.items():
            for start in self.derived.get(label) or list(self.heap.nodes.get(label, ())):
                for group in groups:
                    self._relate_across(group, start)

    def _relate_across(self, group: tuple[Kind, ...], start: str) -> None:
        if len(group) == 1:
            kinds = group * self.town.draw(group[0])
        else:
            means = [self.town.shape.relations[kind].mean for kind in group]
            none = max(0.0, 1 - sum(means))
            chosen = self.chance.choices((*group, None), (*means, none))[0]
            kinds = (chosen,) if chosen else ()
        for kind in kinds:
            here = list(self.heap.nodes.get(kind.end, ())) if kind.end not in self.town.pools else []
            end = self.chance.choice(here) if kind.type == "STATED_BY" and here else self.town.pick(kind.end)
            if end is None or end == start:
                continue
            heap = self._heap(kind)
            if heap is self.heap and kind.end in SHARED:
                self.name(kind.end, end)
            heap.relate(kind, start, end, self._properties(kind))

    def _properties(self, kind: Kind) -> Row:
        """What a crossing relation carries."""
        match kind.type:
            case "MENTIONS":
                return {"count": self.chance.randrange(1, 5)}
            case "TELLS_OF":
                return {"source": "reference", "stated": self.id}
        return {}

    def _support(self, label: str, starts: Sequence[str]) -> None:
        kind = Kind("HAS_EVIDENCE", label, "Evidence")
        if kind not in self.town.shape.relations:
            return
        for start in starts:
            for field_ in ("name", "text", "title", "body", "status", "number", "date", "vote")[: self.town.draw(kind)]:
                span = self._span()
                id_ = ids.evidence_id(self.document, 1, span["start"], span["end"], f"{label}.{field_}")
                row = self.town.row("Evidence", id_, self.day, document=self.document, **span)
                self.heap.relate(kind, start, self.heap.node("Evidence", row), {"field": field_})

    def _finish(self) -> Facts:
        heap, town = self.heap, self.town
        for label in ("Evidence", "Mention"):
            for id_ in heap.nodes.get(label, ()):
                heap.relate(Kind("IN_DOCUMENT", label, "Document"), id_, self.document)
        for (label, id_), times in self.names.items():
            row = town.shared[(label, id_)]
            props = {"variants": ['{"name": "' + str(row.get("name", id_)) + '"}'], "times": [times], "printed": id_}
            heap.relate(Kind("NAMES", "Meeting", label), self.id, heap.node(label, row), props)
        packed = pack(heap.facts())
        heap.node("Document", town.row("Document", self.document, self.day, name=f"{self.id}.pdf"))
        record = ids.record_id(self.document, 1)
        digest = hashlib.sha256(packed.encode()).hexdigest()
        heap.node("Record", {"id": record, "ordinal": 1, "group": self.id, "digest": digest, "facts": packed})
        heap.relate(Kind("HAS_RECORD", "Document", "Record"), self.document, record)
        heap.relate(Kind("DOCUMENTED_BY", "Meeting", "Document"), self.id, self.document)
        return heap.facts()
