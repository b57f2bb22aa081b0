"""Names as meetings print them: what identity is judged from, in the store or in facts that are not written yet."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph import ids
from graph.corpora import ask
from graph.facts import Facts
from graph.identity.named import Named, NamedKind
from graph.schema import Row
from graph.store import GraphStore, Transaction


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name, and under which id it stands in which meetings now."""

    named: Named
    stands: tuple[tuple[str, str], ...]  # (meeting, id)


@dataclass(frozen=True, slots=True)
class Printing:
    """What meetings print about names, as the rows of the queries `corpus_…` of `cypher/load` give it."""

    names: list[Row] = field(default_factory=list)
    attendance: list[Row] = field(default_factory=list)
    ballots: list[Row] = field(default_factory=list)
    meetings: list[Row] = field(default_factory=list)
    successions: list[Row] = field(default_factory=list)

    def names_of(self, municipality: str) -> list[PrintedName]:
        """The municipality's own names (of persons, bodies, local organisations and laws) with what helps to judge."""
        own = [row for row in self.names if row["printed"].startswith(f"{municipality}.")]
        return _named(own, municipality, _details(self, municipality))

    def national_names(self) -> list[PrintedName]:
        """The names of organisations and laws that all municipalities share."""
        return _named([row for row in self.names if "." not in row["printed"]], None, _Details())


def read_printing(source: Transaction | GraphStore, municipality: str) -> Printing:
    """What the stored meetings of a municipality (id) print."""

    def rows(name: str) -> list[Row]:
        return ask(source, f"corpus_{name}", municipality=municipality)

    return Printing(rows("names"), rows("attendance"), rows("ballots"), rows("meetings"), rows("successions"))


def read_national_printing(source: Transaction | GraphStore) -> Printing:
    """What stored meetings of all municipalities print about organisations and laws that they share."""
    return Printing(names=ask(source, "national_names"))


def together(parts: Iterable[Printing]) -> Printing:
    """What several meetings print."""
    whole = Printing()
    for part in parts:
        whole.names.extend(part.names)
        whole.attendance.extend(part.attendance)
        whole.ballots.extend(part.ballots)
        whole.meetings.extend(part.meetings)
        whole.successions.extend(part.successions)
    return whole


def printing_of(facts: Facts) -> Printing:
    """What one meeting prints, from its facts under the names that it prints."""
    meeting = facts.nodes["Meeting"][0]
    body = next(edge.start for _, edge in facts.edges("HELD"))
    where = {"meeting": meeting["id"], "body": body, "date": meeting.get("date")}
    listed = {edge.start for _, edge in facts.edges("AT_MEETING")}
    return Printing(
        names=[
            {"label": kind.end, "id": edge.end, **edge.props, **where}
            for kind, edge in facts.edges("NAMES")
            if kind.end in set(NamedKind)
        ],
        attendance=[
            {
                "kind": row.get("kind"),
                "rank": row.get("rank"),
                "party": row.get("party_surface"),
                **where,
                "name": row["name"],
            }
            for row in facts.nodes.get("Attendance", ())
            if row["id"] in listed
        ],
        ballots=[
            {"name": row["name"], "party": row.get("party")}
            for row in facts.nodes.get("Ballot", ())
            if not row["block"]
        ],
        meetings=[where],
        successions=[row for row in facts.nodes.get("Rename", ()) if row["kind"] in ("body", "merged_body")],
    )


@dataclass
class _Details:
    """What lists and ballots say of persons, and texts of bodies, by the id that the printed name gives."""

    parties: dict[str, set[str]] = field(default_factory=dict)
    roles: dict[str, set[str]] = field(default_factory=dict)
    listed: dict[str, set[str]] = field(default_factory=dict)
    holding: set[str] = field(default_factory=set)  # bodies that met
    became: dict[str, set[str]] = field(default_factory=dict)  # bodies that changed their name or were merged


def _details(printing: Printing, municipality: str) -> _Details:
    details = _Details()
    for row in printing.attendance:
        key = ids.person_id(municipality, row["name"])
        details.listed.setdefault(key, set()).add(row["meeting"])
        details.roles.setdefault(key, set()).update(value for value in (row["kind"], row["rank"]) if value)
        if row["party"]:
            details.parties.setdefault(key, set()).add(row["party"].strip("() .,"))
    for row in printing.ballots:
        if row["party"]:
            details.parties.setdefault(ids.person_id(municipality, row["name"]), set()).add(row["party"])
    details.holding.update(row["body"] for row in printing.meetings)
    for row in printing.successions:
        old, new = (ids.body_id(municipality, name) for name in (row["old"], row["new"]))
        details.became.setdefault(old, set()).add(new)
    return details


def _named(rows: Iterable[Row], municipality: str | None, details: _Details) -> list[PrintedName]:
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["label"], row["printed"]), []).append(row)
    return [_name(label, id_, members, municipality, details) for (label, id_), members in sorted(groups.items())]


def _name(label: str, id_: str, rows: Sequence[Row], municipality: str | None, details: _Details) -> PrintedName:
    dates = [row["date"] for row in rows if row["date"]]
    named = Named(
        kind=NamedKind(label),
        id=id_,
        name=_called(label, rows),
        municipality=municipality,
        bodies=frozenset(row["body"] for row in rows),
        first=min(dates, default=None),
        last=max(dates, default=None),
        parties=frozenset(details.parties.get(id_, ())),
        roles=frozenset(details.roles.get(id_, ())),
        listed=frozenset(details.listed.get(id_, ())),
        meetings=len({row["meeting"] for row in rows}),
        holds_meetings=id_ in details.holding,
        became=frozenset(details.became.get(id_, ())),
    )
    return PrintedName(named, tuple(sorted({(row["meeting"], row["id"]) for row in rows})))


def _called(label: str, rows: Sequence[Row]) -> str:
    """The name as it is printed most; of equally frequent ones the smallest. An alias may stand for it (`amended`)."""
    property_ = "title" if label == NamedKind.LAW else "name"
    counts: Counter[str] = Counter()
    for variant in (json.loads(variant) for row in rows for variant in row["variants"]):
        counts.update([variant[property_]] if property_ in variant else variant.get("aliases", ())[:1])
    return min(counts, key=lambda name: (-counts[name], name))
