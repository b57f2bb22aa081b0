"""The derived layer of one municipality: computed anew as a whole from what the store holds, and written.

What is computed stands in :mod:`graph.threads`; here it is read and written. A municipality whose documents changed is
*due* (its Derivation has no version) until this was done, so that a killed run is made good by the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cypher import load_query
from graph import ids
from graph.corpora import read_corpus, read_seats
from graph.facts import Edge, Kind
from graph.memberships import Membership, memberships
from graph.retelling import misdirected, retold, write_conflicts
from graph.schema import Row
from graph.store import Transaction
from graph.threads.cases import ALONE, Thread, case_of
from graph.threads.corpus import Corpus
from graph.threads.links import Link, LinkStatus
from graph.threads.tracing import Said, Traced, trace
from graph.writing import write_edges, write_nodes

_STATING = {  # what states a link, by the word in its id (`graph.ids.part_id`)
    "reference": "Reference",
    "followup": "FollowUp",
    "decision": "Decision",
    "notice": "Notice",
    "mention": "Mention",
    "step": "ProcedureStep",
}
REFERENCED = "referenced"  # the status of a meeting that only other minutes tell of


def derive(transaction: Transaction, municipality: str, said: Sequence[Said] = ()) -> bool:
    """Compute the derived layer of a municipality (id) anew; False where it has no meetings any more."""
    corpus = read_corpus(transaction, municipality)
    _remove(transaction, municipality)
    traced = trace(corpus, said)
    _write_verdicts(transaction, traced)
    _write_cases(transaction, traced)
    _write_prints(transaction, corpus, traced)
    _write_missing(transaction, corpus, traced)
    _write_steps(transaction, traced)
    _write_links(transaction, corpus, traced)
    _write_memberships(transaction, memberships(read_seats(transaction, municipality)))
    return bool(corpus.meetings)


def _remove(transaction: Transaction, municipality: str) -> None:
    for name in (
        "cases",
        "links",
        "referenced",
        "conflicts",
        "same_decisions",
        "repeated",
        "shown_steps",
        "verdicts",
        "memberships",
    ):
        transaction.run(load_query("load", f"remove_{name}"), municipality=municipality)


def _write_verdicts(transaction: Transaction, traced: Traced) -> None:
    rows = [
        {"id": id_, "container": verdict.container, "reason": verdict.reason}
        for id_, verdict in sorted(traced.verdicts.items())
    ]
    transaction.run_many(load_query("load", "set_containers"), rows)


def _write_cases(transaction: Transaction, traced: Traced) -> None:
    write_nodes(transaction, "Case", map(_case_row, traced.threads))
    edges = [
        Edge(point.id, thread.id, _membership(thread, link))
        for thread in traced.threads
        for point, link in zip(thread.points, thread.links, strict=True)
    ]
    write_edges(transaction, Kind("PART_OF_CASE", "AgendaItem", "Case"), edges)


def _membership(thread: Thread, link: Link | None) -> Row:
    """Why a point is in its case."""
    put = thread.hold(link)
    if put is None:
        return {"type": ALONE, "rule": ALONE, "confidence": 1.0}
    return {
        "type": put.type.value,
        "rule": put.rule,
        "confidence": float(put.confidence),
        "link": link_id(put),
    }


def _case_row(thread: Thread) -> Row:
    dates = [point.date for point in thread.points if point.date]
    row = {
        "id": thread.id,
        "title": thread.points[0].title,
        "numbers": sorted({point.printed for point in thread.points if point.printed}),
        "first_date": min(dates, default=None),
        "last_date": max(dates, default=None),
        "item_count": len(thread.points),
        "aliases": sorted(point.id for point in thread.points),
        "municipality": thread.id.split(".")[0],
    }
    return {name: value for name, value in row.items() if value is not None}


def _write_prints(transaction: Transaction, corpus: Corpus, traced: Traced) -> None:
    """Which decisions are only printed again, where they count, and where two prints of one say different things."""
    transaction.run(load_query("load", "set_repeated"), decisions=sorted(traced.repeated))
    same = [Edge(pair.again, pair.counts, {}) for pair in traced.same]
    write_edges(transaction, Kind("SAME_DECISION", "Decision", "Decision"), same)
    item_of = {ruling.id: ruling.item for ruling in corpus.rulings}
    told = [*retold(traced.contradictions, item_of), *misdirected(traced.misprints)]
    write_conflicts(transaction, corpus.municipality, told)


def _write_missing(transaction: Transaction, corpus: Corpus, traced: Traced) -> None:
    """Meetings that no document at hand gives, with the points that tell of them.

    Of a meeting that an agenda at hand gives, only the minutes are missing: its node says so by its own status.
    """
    lacking = [one for one in traced.missing if one.id not in corpus.meeting]
    bodies = {one.id: one.body for one in lacking}
    rows = [
        {"id": one.id, "date": one.date, "status": REFERENCED, "expected": one.expected, "matters": one.matters}
        for one in lacking
    ]
    write_nodes(transaction, "Meeting", rows)
    write_edges(
        transaction, Kind("LACKS_MINUTES_OF", "Body", "Meeting"), [Edge(body, id_, {}) for id_, body in bodies.items()]
    )
    edges = [
        Edge(told.point, one.id, {"source": told.source.value, "stated": told.id})
        for one in lacking
        for told in one.mentions
    ]
    write_edges(transaction, Kind("TELLS_OF", "AgendaItem", "Meeting"), edges)


def _write_steps(transaction: Transaction, traced: Traced) -> None:
    """What became of planned steps, and the decision that shows it."""
    rows = [{"id": one.step.id, "done": one.done.value, "gap": one.gap and one.gap.value} for one in traced.steps]
    transaction.run_many(load_query("load", "set_steps"), rows)
    edges = [Edge(one.step.id, one.ruling, {}) for one in traced.steps if one.ruling]
    write_edges(transaction, Kind("SHOWN_BY", "ProcedureStep", "Decision"), edges)


def _write_memberships(transaction: Transaction, found: Iterable[Membership]) -> None:
    """Who sits in which body, in which capacity, seen from when to when."""
    edges = [
        Edge(
            one.person,
            one.body,
            {
                "kind": one.kind.value,
                "first": one.first,
                "last": one.last,
                "meetings": one.meetings,
                "ranks": [str(period) for period in one.ranks],
                "parties": [str(period) for period in one.parties],
            },
        )
        for one in found
    ]
    write_edges(transaction, Kind("MEMBER_OF", "Person", "Body"), edges)


def _write_links(transaction: Transaction, corpus: Corpus, traced: Traced) -> None:
    rows = {link_id(link): link for link in traced.links}
    write_nodes(transaction, "Link", [_link_row(id_, link, corpus.municipality) for id_, link in rows.items()])
    for kind, edges in _edges_of_links(rows.items()).items():
        write_edges(transaction, kind, edges)
    write_edges(transaction, Kind("RELATED_TO", "Case", "Case"), _relations_of_cases(traced))


def link_id(link: Link) -> str:
    """A link by the point it starts from, its type, where it leads and what states it."""
    stated = [link.via.removeprefix(f"{link.start}.")] if link.via else []
    end = link.end or ids.join(link.meeting or ids.UNKNOWN, *([link.item_number] if link.item_number else []))
    return ids.part_id(link.start, "link", link.type.value, end, *stated)


def _link_row(id_: str, link: Link, municipality: str) -> Row:
    row = {
        "id": id_,
        "type": link.type.value,
        "joins": link.type.joins,
        "rule": link.rule,
        "confidence": float(link.confidence),
        "status": link.status.value,
        "item_number": link.item_number,
        "detail": link.detail,
        "municipality": municipality,
    }
    return {name: value for name, value in row.items() if value is not None}


def _edges_of_links(links: Iterable[tuple[str, Link]]) -> dict[Kind, list[Edge]]:
    edges: dict[Kind, list[Edge]] = {}
    for id_, link in links:
        edges.setdefault(Kind("HAS_LINK", "AgendaItem", "Link"), []).append(Edge(link.start, id_, {}))
        if link.end:
            edges.setdefault(Kind("LINKS_TO", "Link", "AgendaItem"), []).append(Edge(id_, link.end, {}))
        elif link.meeting:
            edges.setdefault(Kind("LINKS_TO", "Link", "Meeting"), []).append(Edge(id_, link.meeting, {}))
        if link.via:
            label = _STATING[link.via.rpartition(".")[2].partition("-")[0]]
            edges.setdefault(Kind("STATED_BY", "Link", label), []).append(Edge(id_, link.via, {}))
    return edges


def _relations_of_cases(traced: Traced) -> Iterator[Edge]:
    """Cases one step from each other, by what kinds of accepted links; from the later to the earlier point's."""
    case = case_of(traced.threads)
    types: dict[tuple[str, str], set[str]] = {}
    for link in traced.links:
        ends: Sequence[str | None] = (case.get(link.start), case.get(link.end or ""))
        if link.status is LinkStatus.ACCEPTED and ends[0] and ends[1] and ends[0] != ends[1]:
            types.setdefault((ends[0], ends[1]), set()).add(link.type.value)
    for (start, end), names in sorted(types.items()):
        yield Edge(start, end, {"types": sorted(names)})
