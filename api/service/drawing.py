"""What all drawings share: nodes and links by their keys, what is shown of them, and how they become an answer."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from api.errors import NotFound
from api.models import Drawing, DrawingKind, DrawnLink, DrawnNode
from api.service.nearness import near_ids
from api.service.rows import ask
from graph.homes import NATIONAL, home
from graph.store import GraphStore
from graph.values import Row

# In the order in which they are kept where not all can be drawn, and in which a bare id is looked up.
KINDS = {
    "case": "Case",
    "item": "AgendaItem",
    "meeting": "Meeting",
    "body": "Body",
    "person": "Person",
    "party": "Party",
    "organisation": "Organisation",
    "law": "Law",
    "provision": "Provision",
    "number": "CaseNumber",
    "municipality": "Municipality",
    "office": "Office",
    "plan": "Plan",
    "topic": "Topic",
}
KIND_OF = {label: kind for kind, label in KINDS.items()}
RANK = {kind: rank for rank, kind in enumerate(KINDS)}
_LIKENED = ("case", "item", "meeting", "body", "person", "organisation", "law", "municipality")

Key: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """A thing that can be drawn."""

    key: Key
    name: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A relation that can be drawn, from its start to its end."""

    source: Key
    target: Key
    type: str
    count: int | None = None
    among: int | None = None

    @property
    def ends(self) -> tuple[Key, Key]:
        """Its start and its end."""
        return self.source, self.target


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader wants to see: without these kinds, and of what has a date only what lies between two days."""

    without: frozenset[str] = frozenset()
    since: dt.date | None = None
    until: dt.date | None = None

    def shows(self, node: DrawnNode) -> bool:
        """Whether the node is one of them. What has no date is there at any time."""
        if node.kind in self.without:
            return False
        if node.date is None:
            return True
        return (self.since or node.date) <= node.date <= (self.until or node.date)


@dataclass(slots=True)
class Sketch:
    """What is to be drawn: nodes with their steps from the middle, links, and how much more there is."""

    about: DrawingKind
    name: str
    center: Key | None = None
    depth: int = 1
    steps: dict[Key, int] = field(default_factory=dict)
    opened: dict[Key, Key] = field(default_factory=dict)
    left_out: set[Key] = field(default_factory=set)  # met, and not drawn for want of room
    open_ended: bool = False
    municipality: str | None = None  # that it keeps to


def belongs(key: Key, municipality: str | None) -> bool:
    """Whether a thing is of this municipality, or of none, as laws and national organisations are.

    Where no municipality is kept to, every thing belongs.
    """
    kind, id_ = key
    if municipality is None or kind == "municipality":
        return municipality in (None, id_)
    owner = id_.rpartition(".p")[0] if kind == "provision" else id_
    return home(owner) in (municipality, NATIONAL)


def finished(sketch: Sketch, nodes: Mapping[Key, Node], links: Iterable[Link]) -> Drawing:
    """The answer, in an order that depends on nothing but the graph."""
    drawn = sorted(
        {link for link in links if sketch.steps.keys() >= set(link.ends)},
        key=lambda link: (link.source, link.target, link.type),
    )
    degree = Counter(end for link in drawn for end in link.ends)
    missing = sketch.left_out - sketch.steps.keys()
    order = sorted(sketch.steps, key=lambda key: (sketch.steps[key], RANK[key[0]], key))
    return Drawing(
        about=sketch.about,
        name=sketch.name,
        center=sketch.center and key_text(sketch.center),
        depth=sketch.depth,
        nodes=tuple(_drawn(nodes[key], sketch, degree[key]) for key in order),
        links=tuple(map(_drawn_link, drawn)),
        known=len(sketch.steps) + len(missing),
        truncated=sketch.open_ended or bool(missing),
        open_ended=sketch.open_ended,
    )


def only(drawing: Drawing, shown: Shown) -> Drawing:
    """What a reader wants to see of a drawing. What it is drawn of stays."""
    nodes = tuple(node for node in drawing.nodes if node.key == drawing.center or shown.shows(node))
    within = {node.key for node in nodes}
    links = tuple(link for link in drawing.links if {link.source, link.target} <= within)
    return drawing.model_copy(update={"nodes": nodes, "links": links})


def _drawn(node: Node, sketch: Sketch, degree: int) -> DrawnNode:
    opened = sketch.opened.get(node.key)
    return DrawnNode(
        key=key_text(node.key),
        kind=node.key[0],
        id=node.key[1],
        name=node.name,
        date=node.date,
        depth=sketch.steps[node.key],
        degree=degree,
        opened=opened and key_text(opened),
    )


def _drawn_link(link: Link) -> DrawnLink:
    source, target = key_text(link.source), key_text(link.target)
    return DrawnLink(source=source, target=target, type=link.type, count=link.count, among=link.among)


def key_text(key: Key) -> str:
    """``case:nordlev…``."""
    return ":".join(key)


def find(store: GraphStore, text: str) -> Node:
    """The node that ``kind:id``, or an id alone, means. Raises :class:`api.errors.NotFound` with what looks like it."""
    node = look_up(store, text, KINDS)
    if node is None:
        kind, _, id_ = text.partition(":")
        likened = (kind, id_) if kind in _LIKENED and id_ else ("case", text)
        raise NotFound("node", text, near_ids(store, *likened))
    return node


def look_up(store: GraphStore, text: str, kinds: Iterable[str]) -> Node | None:
    """The node of one of these kinds that ``kind:id``, or an id alone, means."""
    kind, _, id_ = text.partition(":")
    wanted = [(kind, id_)] if kind in kinds and id_ else [(each, text) for each in kinds]
    return min(names_of(store, wanted).values(), key=lambda node: RANK[node.key[0]], default=None)


def names_of(store: GraphStore, keys: Iterable[Key]) -> dict[Key, Node]:
    """These nodes with their names and dates, as far as they are there."""
    nodes = as_rows(keys)
    rows = ask(store, "node_names", nodes=nodes) if nodes else []
    return {node.key: node for node in map(node_of, rows)}


def as_rows(keys: Iterable[Key]) -> list[dict[str, str]]:
    """Keys as the queries take them."""
    return [{"label": KINDS[kind], "id": id_} for kind, id_ in sorted(set(keys))]


def node_of(row: Row) -> Node:
    """The node of a row with label, id, name and date."""
    return Node((KIND_OF[row["label"]], row["id"]), row["name"] or row["id"], row["date"])
