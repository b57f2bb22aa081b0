"""The neighbourhood of a node, as it is drawn: persons, points, cases and what binds them.

Nodes in between are drawn as links: a ballot is a link between point and person, a reference a link between two
points. Text (sections, recommendations, evidence) is not drawn.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from api.errors import NotFound
from api.models import Drawing, DrawnLink, DrawnNode
from api.service.nearness import near_ids
from api.service.rows import ask
from graph.store import GraphStore
from graph.values import Row

DEPTH = 2
MOST_DEPTH = 4
LIMIT = 80
MOST = 300
ROWS = 5000

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
}
_KIND = {label: kind for kind, label in KINDS.items()}
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}
# A link between two of the outermost nodes has one of these at an end, or is one of ownership. Looking from these only
# spares the way through hubs: a body's hundreds of meetings, a party's thousands of ballots.
_NARROW = ("item", "meeting", "provision", "case", "number")
_OWNED = ("body", "organisation")

Key: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Node:
    key: Key
    name: str
    date: dt.date | None


@dataclass(frozen=True, slots=True)
class _Link:
    source: Key
    target: Key
    type: str


@dataclass(slots=True)
class _Known:
    """What has been met: nodes, the depth of those that are drawn, links."""

    nodes: dict[Key, _Node] = field(default_factory=dict)
    depth: dict[Key, int] = field(default_factory=dict)
    links: set[_Link] = field(default_factory=set)
    left_out: int = 0
    full: bool = False


def neighbourhood(store: GraphStore, node: str, *, depth: int = DEPTH, limit: int = LIMIT) -> Drawing:
    """What lies within ``depth`` steps of ``node`` (``case:<id>``, or a bare id), at most ``limit`` nodes.

    Where there are more, those with most links to what is drawn already are kept, then by kind and id.
    """
    center = _find(store, node)
    known = _Known({center.key: center}, {center.key: 0})
    edge = [center.key]
    for step in range(1, depth + 1):
        _look_around(store, known, edge)
        edge = _keep(known, edge, step, limit)
        if not edge:
            break
    _look_between(store, known, edge)
    return _drawing(center, depth, known)


def _find(store: GraphStore, node: str) -> _Node:
    kind, _, id_ = node.partition(":")
    wanted = [(kind, id_)] if kind in KINDS and id_ else [(kind, node) for kind in KINDS]
    rows = ask(store, "node_names", nodes=[{"label": KINDS[kind], "id": id_} for kind, id_ in wanted], limit=len(KINDS))
    found = [_Node((_KIND[row["label"]], row["id"]), row["name"] or row["id"], row["date"]) for row in rows]
    if not found:
        raise NotFound("node", node, near_ids(store, "case", wanted[0][1]))
    return min(found, key=lambda each: _RANK[each.key[0]])


def _look_around(store: GraphStore, known: _Known, edge: Iterable[Key]) -> None:
    nodes = [{"label": KINDS[kind], "id": id_} for kind, id_ in sorted(edge)]
    if not nodes:
        return
    points = [node["id"] for node in nodes if node["label"] == "AgendaItem"]
    voters = [node for node in nodes if node["label"] in ("AgendaItem", "Person", "Party")]
    plain = ask(store, "neighbours", nodes=nodes, limit=ROWS)
    votes = ask(store, "neighbours_voting", nodes=voters, limit=ROWS) if voters else []
    references = ask(store, "neighbours_referring", ids=points, limit=ROWS) if points else []
    known.full |= ROWS in (len(plain), len(votes), len(references))
    for found, link in (*_plain(plain), *_votes(votes), *_references(references)):
        for node in found:
            known.nodes.setdefault(node.key, node)
        known.links.add(link)


def _look_between(store: GraphStore, known: _Known, edge: Iterable[Key]) -> None:
    """Find the links between nodes of the outermost ring."""
    ring = sorted(edge)
    _look_around(store, known, [key for key in ring if key[0] in _NARROW])
    owned = [{"label": KINDS[kind], "id": id_} for kind, id_ in ring if kind in _OWNED]
    for found, link in _plain(ask(store, "neighbours_owning", nodes=owned, limit=ROWS) if owned else ()):
        for node in found:
            known.nodes.setdefault(node.key, node)
        known.links.add(link)


def _plain(rows: Iterable[Row]) -> Iterator[tuple[tuple[_Node, ...], _Link]]:
    for row in rows:
        if row["other_label"] not in _KIND:
            continue
        here = (_KIND[row["label"]], row["id"])
        other = (_KIND[row["other_label"]], row["other_id"])
        ends = (here, other) if row["outgoing"] else (other, here)
        node = _Node(other, row["other_name"] or row["other_id"], row["other_date"])
        yield (node,), _Link(*ends, row["type"])


def _votes(rows: Iterable[Row]) -> Iterator[tuple[tuple[_Node, ...], _Link]]:
    for row in rows:
        point = _Node(("item", row["item"]), row["item_title"], row["item_date"])
        voter = _Node((_KIND[row["label"]], row["id"]), row["name"], None)
        yield (point, voter), _Link(voter.key, point.key, f"VOTED_{row['option'].upper()}")


def _references(rows: Iterable[Row]) -> Iterator[tuple[tuple[_Node, ...], _Link]]:
    for row in rows:
        start = _Node(("item", row["from_id"]), row["from_title"], row["from_date"])
        end = _Node(("item", row["to_id"]), row["to_title"], row["to_date"])
        yield (start, end), _Link(start.key, end.key, "LINKS_TO")


def _keep(known: _Known, edge: Iterable[Key], step: int, limit: int) -> list[Key]:
    """Draw the nodes one step beyond ``edge``, as many as there is room for; gives those that are drawn."""
    around = set(edge)
    ties: Counter[Key] = Counter()
    beyond: set[Key] = set()
    for link in known.links:
        for one, other in ((link.source, link.target), (link.target, link.source)):
            if other not in known.depth and one in known.depth:
                ties[other] += 1
                if one in around:
                    beyond.add(other)
    best = sorted(beyond, key=lambda key: (-ties[key], _RANK[key[0]], key))[: max(0, limit - len(known.depth))]
    known.left_out += len(beyond) - len(best)
    for key in best:
        known.depth[key] = step
    return best


def _drawing(center: _Node, depth: int, known: _Known) -> Drawing:
    links = sorted(
        (link for link in known.links if link.source in known.depth and link.target in known.depth),
        key=lambda link: (link.source, link.target, link.type),
    )
    degree = Counter(end for link in links for end in (link.source, link.target))
    within = sorted(known.depth, key=lambda key: (known.depth[key], _RANK[key[0]], key))
    return Drawing(
        center=":".join(center.key),
        depth=depth,
        nodes=tuple(_drawn(known.nodes[key], known.depth[key], degree[key]) for key in within),
        links=tuple(DrawnLink(source=":".join(x.source), target=":".join(x.target), type=x.type) for x in links),
        known=len(known.depth) + known.left_out,
        truncated=known.full or known.left_out > 0,
    )


def _drawn(node: _Node, depth: int, degree: int) -> DrawnNode:
    return DrawnNode(
        key=":".join(node.key),
        kind=node.key[0],
        id=node.key[1],
        name=node.name,
        date=node.date,
        depth=depth,
        degree=degree,
    )
