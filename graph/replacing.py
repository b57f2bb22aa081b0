"""Meetings in the store, replaced as wholes: by new readings, or by the same ones under other judgements."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from cypher import load_query
from graph import ids
from graph.amending import Amendments, amended
from graph.facts import SHARED, Edge, Facts, Kind, unpack
from graph.leading import Reading, meetings
from graph.mentions import CONSISTS_OF
from graph.schema import Row
from graph.store import Transaction
from graph.writing import settle_names, write_edges, write_meetings


@dataclass(frozen=True, slots=True)
class Fresh:
    """What was read anew: these documents have no other readings any more."""

    documents: Collection[str] = ()
    readings: Sequence[Reading] = ()


def replace_meetings(transaction: Transaction, groups: Collection[str], fresh: Fresh, amendments: Amendments) -> None:
    """Write the meetings of these groups (natural ids) anew, from the fresh readings and those that the store keeps.

    The derived layer of their municipalities is due after that.
    """
    if not groups:
        return
    stored = transaction.run(load_query("load", "group_records"), groups=sorted(groups))
    others = [_stored_reading(row) for row in stored if row["document"]["id"] not in fresh.documents]
    doomed = {id_ for row in stored for id_ in possible_meetings(row)} | set(groups)
    touched = _remove(transaction, sorted(doomed))
    if fresh.documents:
        transaction.run(load_query("load", "remove_records"), documents=sorted(fresh.documents))
    by_group: dict[str, list[Reading]] = {}
    for reading in (*fresh.readings, *others):
        by_group.setdefault(reading.group, []).append(reading)
    new = [amended(facts, amendments) for name in sorted(by_group) for facts in meetings(by_group[name])]
    write_meetings(transaction, new)
    for facts in new:
        touched.add(facts)
    settle_names(transaction, touched.named)
    _derive_parts(transaction, touched.wholes)
    municipalities = sorted({group.split(".")[0] for group in groups})
    transaction.run(load_query("load", "due"), municipalities=municipalities)


@dataclass(frozen=True, slots=True)
class _Touched:
    """What meetings share with others, and what is to be settled anew when they change."""

    named: dict[str, set[str]]  # ids by label
    wholes: set[str]  # organisations that are said to consist of others

    def add(self, facts: Facts) -> None:
        """With what these facts name."""
        for label in SHARED:
            self.named.setdefault(label, set()).update(row["id"] for row in facts.nodes.get(label, ()))
        stated = {row["id"] for row in facts.nodes.get("Statement", ()) if row["predicate"] == CONSISTS_OF}
        self.wholes.update(edge.end for _, edge in facts.edges("HAS_SUBJECT") if edge.start in stated)


def _stored_reading(row: Row) -> Reading:
    return Reading(row["id"], row["group"], row["document"], row["ordinal"], unpack(row["facts"]))


def possible_meetings(record: Row) -> list[str]:
    """The ids under which a meeting of a record (its group and start) may stand in the store."""
    second = [ids.second_meeting_id(record["group"], record["start_time"])] if record.get("start_time") else []
    return [record["group"], *second]


def _remove(transaction: Transaction, doomed: Sequence[str]) -> _Touched:
    """Remove meetings; what they touched elsewhere is told."""

    def run(name: str) -> list[Row]:
        return transaction.run(load_query("load", name), meetings=list(doomed))

    named: dict[str, set[str]] = {}
    for row in run("named_by_meetings"):
        named.setdefault(row["label"], set()).add(row["id"])
    touched = _Touched(named, {row["whole"] for row in run("wholes_of_meetings")})
    for step in ("attendance", "item_attendance", "parts", "meetings"):
        run(f"remove_{step}")
    return touched


def _derive_parts(transaction: Transaction, wholes: Iterable[str]) -> None:
    """What organisations consist of, from all statements about them."""
    asked = sorted(wholes)
    if not asked:
        return
    transaction.run(load_query("load", "remove_parts_of_wholes"), wholes=asked)
    stated = transaction.run(load_query("load", "wholes"), wholes=asked)
    edges = [Edge(row["whole"], row["part"], {"evidence": row["evidence"]}) for row in stated]
    write_edges(transaction, Kind(CONSISTS_OF, "Organisation", "Organisation"), edges)
