"""Networks as they are drawn: who votes with whom, and what an organisation has to do with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from api.errors import NotFound
from api.models import Drawing, DrawingKind
from api.service.drawing import KIND_OF, RANK, Key, Link, Sketch, belongs, find, look_up, names_of
from api.service.nearness import near_ids
from api.service.neighbourhood import LIMIT, opened_out
from api.service.rows import ask
from graph.store import GraphStore
from graph.values import Row

VOTES = 5000
POINTS = 3000
MOST_PAIRS = 600
_PLACES = ("body", "municipality")


def voting(
    store: GraphStore,
    where: str,
    *,
    least: int = 1,
    limit: int = LIMIT,
    opened: Sequence[str] = (),
    municipality: str | None = None,
) -> Drawing:
    """Who votes with whom in a body or municipality: pairs that took part in at least ``least`` votes together.

    Counted are ballots as printed. A party that voted as a block stands for itself, and for none of its members.
    What is opened beside them keeps to ``municipality``.
    """
    place = look_up(store, where, _PLACES)
    if place is None:
        raise NotFound("body", where, near_ids(store, "body", where))
    rows = ask(store, "ballots_of", id=place.key[1], limit=VOTES + 1)
    votes = [_ballots(row) for row in rows[:VOTES]]
    took_part = Counter(voter for ballots in votes for voter in ballots)
    voters = sorted(took_part, key=lambda key: (-took_part[key], RANK[key[0]], key))[:limit]
    links = _pairs(votes, set(voters), least)
    nodes = names_of(store, voters)
    sketch = Sketch(DrawingKind.VOTES, place.name, None, 1, dict.fromkeys(voters, 1), municipality=municipality)
    sketch.left_out = took_part.keys() - set(voters)
    sketch.open_ended = len(rows) > VOTES or len(links) > MOST_PAIRS
    return opened_out(store, sketch, nodes, links[:MOST_PAIRS], opened)


def _ballots(row: Row) -> dict[Key, str]:
    """What each voter chose in one vote; who is printed on two sides is left out."""
    chosen: dict[Key, set[str]] = {}
    for text in row["ballots"]:
        option, label, id_ = text.split(" ", 2)
        chosen.setdefault((KIND_OF[label], id_), set()).add(option)
    return {key: options.pop() for key, options in chosen.items() if len(options) == 1}


def _pairs(votes: Iterable[dict[Key, str]], voters: set[Key], least: int) -> list[Link]:
    """A link for each pair, the surest first: alike where they voted so in at least half of their votes, else apart."""
    together: Counter[tuple[Key, Key]] = Counter()
    alike: Counter[tuple[Key, Key]] = Counter()
    for ballots in votes:
        for one, other in combinations(sorted(ballots.keys() & voters), 2):
            together[one, other] += 1
            alike[one, other] += ballots[one] == ballots[other]
    links = [
        Link(one, other, "VOTED_ALIKE" if 2 * alike[one, other] >= votes_ else "VOTED_APART", alike[one, other], votes_)
        for (one, other), votes_ in together.items()
        if votes_ >= least
    ]
    return sorted(links, key=lambda link: (-(link.among or 0), -(link.count or 0), link.source, link.target))


def partner(
    store: GraphStore,
    organisation: str,
    *,
    limit: int = LIMIT,
    opened: Sequence[str] = (),
    municipality: str | None = None,
) -> Drawing:
    """What an organisation has to do with: bodies and cases whose points name it, and who else they name.

    ``count`` of a link is the number of points, of those that name this organisation. Its own parts and what it is a
    part of come first, then what most points join with it. With ``municipality`` only its points count.
    """
    kind, _, id_ = organisation.partition(":")
    center = find(store, organisation if kind == "organisation" and id_ else f"organisation:{organisation}")
    rows = ask(store, "partner_points", id=center.key[1], limit=POINTS + 1)
    kept = [row for row in rows[:POINTS] if belongs(("body", row["body"]), municipality)]
    pairs = Counter(pair for row in kept for pair in _named(center.key, row))
    owned = [
        link
        for link in _owned(store, center.key)
        if all(end == center.key or belongs(end, municipality) for end in link.ends)
    ]
    ties = Counter({end: 0 for link in owned for end in link.ends if end != center.key})
    kin = set(ties)
    for (one, other, _), points in pairs.items():
        ties.update({end: points for end in (one, other) if center.key in (one, other) and end != center.key})
    best = sorted(ties, key=lambda key: (key not in kin, -ties[key], RANK[key[0]], key))[: limit - 1]
    sketch = Sketch(DrawingKind.PARTNER, center.name, center.key, 1, {center.key: 0, **dict.fromkeys(best, 1)})
    sketch.municipality = municipality
    sketch.left_out, sketch.open_ended = ties.keys() - set(best), len(rows) > POINTS
    nodes = names_of(store, sketch.steps)
    links = [Link(one, other, type_, points) for (one, other, type_), points in pairs.items()]
    return opened_out(store, sketch, nodes, [*owned, *links], opened)


def _owned(store: GraphStore, center: Key) -> list[Link]:
    """Whom the organisation consists of, and of whom it is a part."""
    (row,) = ask(store, "organisation_relations", id=center[1])
    parts = [Link(center, ("organisation", one["id"]), "CONSISTS_OF") for one in row["members"]]
    return [*parts, *(Link(("organisation", one["id"]), center, "CONSISTS_OF") for one in row["part_of"])]


def _named(center: Key, row: Row) -> Sequence[tuple[Key, Key, str]]:
    """The links of one point that names the organisation: its body, its case, and who is named beside whom."""
    organisations = sorted({("organisation", id_) for id_ in row["others"]} | {center})
    links: list[tuple[Key, Key, str]] = [(("body", row["body"]), key, "MENTIONS") for key in organisations]
    if row["case"]:
        links.append((("case", row["case"]), center, "MENTIONS"))
    return [*links, *((one, other, "NAMED_WITH") for one, other in combinations(organisations, 2))]
