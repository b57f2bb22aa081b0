"""The derived layer: containers, cases, references and parts of organisations, computed from what the corpus holds.

Only what a change can reach is computed anew: numbers carried by a touched point (all points of such a number are
looked at), references that stand in or point to a touched meeting, organisations that a touched point takes apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from cypher import load_query
from extract.records import ItemKind
from graph.facts import SHARED, Edge, Facts, Kind
from graph.mentions import CONSISTS_OF
from graph.schema import Row
from graph.store import Transaction
from graph.threads.cases import SURE, Thread, weave
from graph.threads.containers import judge
from graph.threads.corpus import Point
from graph.threads.references import Reference, Target, resolve
from graph.threads.repeating import Print, repeated
from graph.writing import write_edges, write_nodes


@dataclass
class Touched:
    """What a change of some meetings can reach."""

    named: dict[str, set[str]] = field(default_factory=dict)  # ids by label
    numbers: set[str] = field(default_factory=set)
    wholes: set[str] = field(default_factory=set)
    dates: set[date] = field(default_factory=set)
    decision_dates: set[date] = field(default_factory=set)
    unnumbered: list[Point] = field(default_factory=list)
    referred_dates: set[str] = field(default_factory=set)

    def with_facts(self, meetings: Iterable[Facts]) -> Touched:
        """The same, with what these new meetings touch."""
        for facts in meetings:
            self._add(facts)
        return self

    def _add(self, facts: Facts) -> None:
        for label in SHARED:
            self.named.setdefault(label, set()).update(row["id"] for row in facts.nodes.get(label, ()))
        meeting = facts.nodes["Meeting"][0]
        if "date" in meeting:
            self.dates.add(meeting["date"])
        self.decision_dates.update(row["date"] for row in facts.nodes.get("Decision", ()) if "date" in row)
        numbered = {edge.start: edge.end for _, edge in facts.edges("HAS_NUMBER") if edge.props["principal"]}
        self.numbers.update(numbered.values())
        for row in facts.nodes.get("AgendaItem", ()):
            if row["id"] not in numbered:
                self.unnumbered.append(_point({**row, "meeting": meeting["id"]}))
        stated = {row["id"] for row in facts.nodes.get("Statement", ()) if row["predicate"] == CONSISTS_OF}
        self.wholes.update(edge.end for _, edge in facts.edges("HAS_SUBJECT") if edge.start in stated)
        self.referred_dates.update(row["date"] for row in facts.nodes.get("Reference", ()))


def derive(transaction: Transaction, touched: Touched) -> None:
    """Compute the derived layer anew for all that was touched."""
    _derive_cases(transaction, touched)
    _derive_repeated(transaction, touched)
    _derive_references(transaction, touched)
    _derive_parts(transaction, touched)


def _point(row: Row) -> Point:
    return Point(
        id=row["id"],
        number=row.get("printed") and row["number"],
        printed=row.get("printed"),
        kind=ItemKind(row["kind"]),
        title=row["title"],
        date=row.get("date"),
        meeting=row["meeting"],
        ordinal=row["ordinal"],
    )


def _derive_cases(transaction: Transaction, touched: Touched) -> None:
    numbers = sorted(touched.numbers)
    found = transaction.run(load_query("load", "points_of_numbers"), numbers=numbers)
    points = [_point(row) for row in found]
    verdicts = judge(points)
    rows: list[Row] = [
        {"id": number, "container": None, "reason": None} for number in numbers if number not in verdicts
    ]
    rows += [{"id": id_, "container": verdict.container, "reason": verdict.reason} for id_, verdict in verdicts.items()]
    transaction.run_many(load_query("load", "set_containers"), rows)
    transaction.run(load_query("load", "remove_cases"), points=[point.id for point in points])
    containers = {number for number, verdict in verdicts.items() if verdict.container}
    drawers = {number for number, verdict in verdicts.items() if verdict.drawer}
    threads = weave([*points, *touched.unnumbered], containers, drawers)
    write_nodes(transaction, "Case", map(_case_row, threads))
    edges = [
        Edge(point.id, thread.id, {"rule": thread.rule.value, "confidence": SURE})
        for thread in threads
        for point in thread.points
    ]
    write_edges(transaction, Kind("PART_OF_CASE", "AgendaItem", "Case"), edges)


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


def _derive_repeated(transaction: Transaction, touched: Touched) -> None:
    """Mark the decisions that are only printed again; those that are alone any more lose the mark."""
    found = transaction.run(load_query("load", "decisions_of_dates"), dates=sorted(touched.decision_dates))
    again = repeated(_print(row) for row in found)
    changed = [row["id"] for row in found if row["repeated"] != (row["id"] in again)]
    rows = [{"id": id_, "repeated": True if id_ in again else None} for id_ in sorted(changed)]
    transaction.run_many(load_query("load", "set_repeated"), rows)


def _print(row: Row) -> Print:
    return Print(
        id=row["id"],
        body=row["body"],
        date=row["date"],
        own=row["own"],
        matter=row["number"] or row["title"],
        text=row["text"],
        place=(str(row["item_date"] or "9999"), row["item"]),
    )


def _derive_references(transaction: Transaction, touched: Touched) -> None:
    """References from touched meetings, and from elsewhere to a date on which a meeting was touched."""
    days = sorted({day.isoformat() for day in touched.dates} | {day for day in touched.referred_dates if _whole(day)})
    found = transaction.run(load_query("load", "references"), dates=days)
    references = [Reference(row["id"], row["date"], row["item_number"], row["body"], row["meeting"]) for row in found]
    if not references:
        return
    transaction.run(load_query("load", "remove_referring"), references=[reference.id for reference in references])
    dates = sorted({date.fromisoformat(reference.date) for reference in references})
    targets = [_target(row) for row in transaction.run(load_query("load", "targets"), dates=dates)]
    resolutions = resolve(references, targets)
    for label in ("AgendaItem", "Meeting"):
        edges = [
            Edge(found.reference, found.target, {"rule": found.rule, "confidence": found.confidence})
            for found in resolutions
            if found.label == label
        ]
        write_edges(transaction, Kind("REFERS_TO", "Reference", label), edges)


def _whole(day: str) -> bool:
    """Whether a date is a day (not `2022-06`, not a period)."""
    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def _target(row: Row) -> Target:
    items = tuple((item.get("number"), item["id"]) for item in row["items"])
    return Target(row["meeting"], row["body"], row["date"], items)


def _derive_parts(transaction: Transaction, touched: Touched) -> None:
    wholes: Sequence[str] = sorted(touched.wholes)
    if not wholes:
        return
    transaction.run(load_query("load", "remove_parts_of_wholes"), wholes=wholes)
    stated = transaction.run(load_query("load", "wholes"), wholes=wholes)
    edges = [Edge(row["whole"], row["part"], {"evidence": row["evidence"]}) for row in stated]
    write_edges(transaction, Kind(CONSISTS_OF, "Organisation", "Organisation"), edges)
