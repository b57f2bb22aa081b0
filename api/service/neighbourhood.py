"""The neighbourhood of a node, as it is drawn: persons, points, cases and what binds them.

Nodes in between are drawn as links: a ballot is a link between point and person, a reference a link between two
points. Text (sections, recommendations, evidence) is not drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from api.models import Drawing, DrawingKind
from api.service.drawing import KIND_OF, RANK, Key, Link, Node, Sketch, as_rows, belongs, find, finished, node_of
from api.service.rows import ask
from graph.store import GraphStore
from graph.values import Row

DEPTH = 2
MOST_DEPTH = 4
LIMIT = 80
MOST = 300
OPENED = 40  # nodes that opening one brings at most
MOST_OPENED = 20
_NEIGHBOURS = 6000  # that are read for one ring, shared by its nodes
_LEAST = 50
_POINT = KIND_OF["AgendaItem"]


@dataclass(slots=True)
class Seen:
    """What has been met: nodes that were looked at, links in the order in which they were met.

    Only what is of ``municipality`` or of none is met, and what ``stays`` since the drawing is of it.
    """

    nodes: dict[Key, Node] = field(default_factory=dict)
    links: dict[Link, None] = field(default_factory=dict)
    full: bool = False  # a node has more neighbours than were read
    municipality: str | None = None
    stays: Collection[Key] = ()

    def look_around(self, store: GraphStore, keys: Collection[Key]) -> None:
        """Meet all that stands beside these nodes; of a node with very much beside it the latest."""
        if keys:
            most = max(_LEAST, _NEIGHBOURS // len(keys))
            rows = ask(store, "neighbours", nodes=as_rows(keys), limit=most + 1)
            self._meet(rows)
            self.full |= any(_reads_more(row, most) for row in rows)

    def look_among(self, store: GraphStore, keys: Collection[Key], drawn: Collection[Key]) -> None:
        """Meet the links from these nodes to what is drawn."""
        if keys:
            among = {id_: True for _, id_ in drawn}
            self._meet(ask(store, "neighbours_among", nodes=as_rows(keys), among=among))
            points = sorted({id_ for kind, id_ in keys if kind == _POINT})
            for row in ask(store, "neighbours_tied", ids=points, among=among) if points else ():
                self._tie((_POINT, row["id"]), row)

    def _meet(self, rows: Iterable[Row]) -> None:
        for row in rows:
            node = node_of(row)
            self.nodes[node.key] = node
            self._tie(node.key, row)

    def _tie(self, key: Key, row: Row) -> None:
        for type_, other in self._kept(row["leaving"]):
            self.links[Link(key, other, type_)] = None
        for type_, other in self._kept(row["arriving"]):
            self.links[Link(other, key, type_)] = None

    def _kept(self, texts: Iterable[str]) -> Iterator[tuple[str, Key]]:
        for type_, other in map(_neighbour, texts):
            if other in self.stays or belongs(other, self.municipality):
                yield type_, other


def _neighbour(text: str) -> tuple[str, Key]:
    type_, label, id_ = text.split(" ", 2)
    return type_, (KIND_OF[label], id_)


def _reads_more(row: Row, most: int) -> bool:
    """Whether one of the lists that the query puts together is longer than was asked for."""
    return any(
        count > most
        for texts in (row["leaving"], row["arriving"])
        for count in Counter(_part(text) for text in texts).values()
    )


def _part(text: str) -> str:
    return next((name for name in ("LINKS_TO", "VOTED") if text.startswith(name)), "")


def neighbourhood(
    store: GraphStore,
    node: str,
    *,
    depth: int = DEPTH,
    limit: int = LIMIT,
    opened: Sequence[str] = (),
    municipality: str | None = None,
) -> Drawing:
    """What lies within ``depth`` steps of ``node`` (``case:<id>``, or a bare id), at most ``limit`` nodes.

    Where there are more, those with most links to what is drawn already are kept, then by kind, then the latest.
    With ``municipality`` only what is of it, or of none.
    """
    center = find(store, node)
    sketch = Sketch(DrawingKind.NEIGHBOURHOOD, center.name, center.key, depth, {center.key: 0})
    sketch.municipality = municipality
    seen = Seen(municipality=municipality, stays=(center.key,))
    edge: Sequence[Key] = [center.key]
    for step in range(1, depth + 1):
        seen.look_around(store, edge)
        edge = _draw(sketch, seen, edge, step, limit - len(sketch.steps))
    seen.look_among(store, edge, sketch.steps)
    sketch.open_ended = seen.full
    return opened_out(store, sketch, seen.nodes, seen.links, opened)


def opened_out(
    store: GraphStore, sketch: Sketch, nodes: Mapping[Key, Node], links: Iterable[Link], opened: Sequence[str]
) -> Drawing:
    """The drawing with what stands beside each of ``opened`` that is drawn, in that order: ``OPENED`` nodes at most.

    What is drawn without them stays as it is, and so do the links between.
    """
    base = [link for link in links if sketch.steps.keys() >= set(link.ends)]
    seen = Seen(dict(nodes), dict.fromkeys(base), municipality=sketch.municipality, stays=frozenset(sketch.steps))
    for key in dict.fromkeys(map(_key_of, opened)):
        if key in sketch.steps:
            seen.look_around(store, [key])
            brought = _draw(sketch, seen, [key], sketch.steps[key] + 1, OPENED)
            sketch.opened.update((one, key) for one in brought)
    if sketch.opened:
        seen.look_among(store, sketch.steps, sketch.steps)
        sketch.open_ended |= seen.full
    more = [link for link in seen.links if not sketch.opened.keys().isdisjoint(link.ends)]
    return finished(sketch, seen.nodes, [*base, *more])


def _key_of(text: str) -> Key:
    kind, _, id_ = text.partition(":")
    return kind, id_


def _draw(sketch: Sketch, seen: Seen, edge: Collection[Key], step: int, room: int) -> list[Key]:
    """Draw the nodes one step beyond ``edge``, as many as there is room for; gives those that are drawn."""
    around = set(edge)
    ties: Counter[Key] = Counter()
    beyond: dict[Key, None] = {}
    for link in seen.links:
        for one, other in (link.ends, link.ends[::-1]):
            if other not in sketch.steps and one in sketch.steps:
                ties[other] += 1
                if one in around:
                    beyond[other] = None
    best = sorted(beyond, key=lambda key: (-ties[key], RANK[key[0]]))[: max(0, room)]
    sketch.left_out |= beyond.keys() - set(best)
    sketch.steps.update(dict.fromkeys(best, step))
    return best
