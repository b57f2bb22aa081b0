"""Ways as they are drawn: a case's through bodies and time, and the shortest from one thing to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from api.models import Drawing, DrawingKind
from api.service.drawing import RANK, Key, Link, Node, Sketch, find, names_of
from api.service.graves import not_here
from api.service.nearness import near_ids
from api.service.neighbourhood import Seen, opened_out
from api.service.rows import ask
from graph.ids import meeting_of
from graph.store import GraphStore

POINTS = 300
WAYS = 20  # of equal length that are drawn
MOST_STEPS = 8
_LOOKED = 3000  # nodes that are looked at for one way
_AT_ONCE = 200
_NO_WAY = ("municipality",)  # joins everything that it has


def case_way(store: GraphStore, case: str, *, opened: Sequence[str] = (), municipality: str | None = None) -> Drawing:
    """The points of a case in the order of time, and the bodies that had them; the id of a point leads to its case.

    What is opened beside them keeps to ``municipality``.
    """
    found = ask(store, "case_of", id=case, meeting=meeting_of(case))
    if not found:
        raise not_here(store, "case", case, near_ids(store, "case", case))
    key = ("case", found[0]["id"])
    name = names_of(store, [key])[key].name
    rows = ask(store, "case_way", id=key[1], limit=POINTS + 1)
    sketch = Sketch(DrawingKind.CASE, name, left_out={("item", row["item"]) for row in rows[POINTS:]})
    sketch.municipality = municipality
    nodes: dict[Key, Node] = {}
    links: list[Link] = []
    for row in rows[:POINTS]:
        item = Node(("item", row["item"]), row["title"], row["date"])
        body = Node(("body", row["body"]), row["body_name"])
        nodes |= {item.key: item, body.key: body}
        links.append(Link(body.key, item.key, "HANDLED"))
        links += [Link(item.key, ("body", other), "QUOTES") for other in row["quoted"] if other != row["body"]]
    nodes |= names_of(store, [link.target for link in links if link.target not in nodes])
    points = [key for key in nodes if key[0] == "item"]
    links += [Link(one, other, "FOLLOWED_BY") for one, other in pairwise(points)]
    sketch.steps.update({key: 0 for key in nodes if key[0] == "body"})
    sketch.steps.update({key: step for step, key in enumerate(points, 1)})
    return opened_out(store, sketch, nodes, links, opened)


def path(
    store: GraphStore, start: str, end: str, *, opened: Sequence[str] = (), municipality: str | None = None
) -> Drawing:
    """The shortest ways from one thing to another, as many as ``WAYS``; the two alone where none is found.

    Looked for from both ends, over what a neighbourhood draws. Municipalities are no way; with ``municipality`` what is
    of another is none either.
    """
    first, last = find(store, start), find(store, end)
    search = _Search(store, first.key, last.key, municipality)
    search.meet()
    ways = list(islice(search.ways(), WAYS + 1))
    steps = {first.key: 0, last.key: 0} if not ways else {}
    for way in ways[:WAYS]:
        steps |= {key: step for step, key in enumerate(way)}
    nodes = {**names_of(store, [key for key in steps if key not in search.seen.nodes]), **search.seen.nodes}
    between = {frozenset(pair) for way in ways[:WAYS] for pair in pairwise(way)}
    links = [link for link in search.seen.links if frozenset(link.ends) in between]
    name = f"{first.name} – {last.name}"
    sketch = Sketch(DrawingKind.PATH, name, first.key, max(steps.values()), steps, municipality=municipality)
    sketch.open_ended = search.gave_up or search.seen.full or len(ways) > WAYS
    return opened_out(store, sketch, nodes, links, opened)


class _Search:
    """Looking for each other from both ends, a step from the side that has less to look at."""

    def __init__(self, store: GraphStore, first: Key, last: Key, municipality: str | None) -> None:
        self.store = store
        self.seen = Seen(municipality=municipality, stays=(first, last))
        self.sides: tuple[dict[Key, int], dict[Key, int]] = ({first: 0}, {last: 0})
        self.gave_up = False
        self._looked = 0

    def meet(self) -> None:
        """Look on until a node is known from both ends, or nothing is left to look at."""
        edges: list[list[Key]] = [list(side) for side in self.sides]
        reach = [0, 0]
        while not self._common() and all(edges):
            here = 0 if len(edges[0]) <= len(edges[1]) else 1
            if sum(reach) == MOST_STEPS or self._looked + len(edges[here]) > _LOOKED:
                self.gave_up = True
                return
            reach[here] += 1
            edges[here] = self._step(self.sides[here], edges[here], reach[here])

    def _step(self, side: dict[Key, int], edge: Sequence[Key], reach: int) -> list[Key]:
        self._looked += len(edge)
        for start in range(0, len(edge), _AT_ONCE):
            self.seen.look_around(self.store, edge[start : start + _AT_ONCE])
        around, new = set(edge), dict[Key, None]()
        for link in self.seen.links:
            for one, other in (link.ends, link.ends[::-1]):
                if one in around and other not in side and other[0] not in _NO_WAY:
                    new[other] = None
        side.update(dict.fromkeys(new, reach))
        return list(new)

    def _common(self) -> list[Key]:
        known = self.sides[0].keys() & self.sides[1].keys()
        least = min((self.sides[0][key] + self.sides[1][key] for key in known), default=0)
        return sorted((key for key in known if self.sides[0][key] + self.sides[1][key] == least), key=_order)

    def ways(self) -> Iterator[tuple[Key, ...]]:
        """Each way of the least length, from the first end to the last."""
        beside: dict[Key, set[Key]] = defaultdict(set)
        for link in self.seen.links:
            beside[link.source].add(link.target)
            beside[link.target].add(link.source)
        for middle in self._common():
            for back in _down(beside, self.sides[0], middle):
                for on in _down(beside, self.sides[1], middle):
                    yield (*reversed(back), *on[1:])


def _down(beside: Mapping[Key, set[Key]], side: Mapping[Key, int], key: Key) -> Iterator[tuple[Key, ...]]:
    """Each way from a node to the end of this side, step by step nearer."""
    if side[key] == 0:
        yield (key,)
        return
    for other in sorted((one for one in beside[key] if side.get(one) == side[key] - 1), key=_order):
        for rest in _down(beside, side, other):
            yield (key, *rest)


def _order(key: Key) -> tuple[int, Key]:
    return RANK[key[0]], key
