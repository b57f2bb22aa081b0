"""What the lists hold, worked out the slow way: every node and relation is read, and every one is looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from graph.contents import kinds_between, labels_of, nodes, relations
from graph.store import GraphStore

Node = tuple[str, str]
Row = dict[str, Any]
EVERYTHING: Mapping[str, Mapping[str, Any]] = {  # by list what it takes, each empty for all
    "item_ids": {"person": "", "organisation": "", "law": "", "outcome": "", "kind": ""},
    "meeting_ids": {"person": "", "status": ""},
    "case_ids": {"person": "", "organisation": "", "law": "", "outcome": "", "minimum": 1},
    "decision_ids": {"person": "", "organisation": "", "law": "", "outcome": "", "relation": ""},
    "vote_ids": {"person": "", "party": "", "option": "", "result": ""},
    "mention_ids": {"thing": "", "item": "", "kind": ""},
    "link_ids": {"item": "", "type": "", "status": ""},
}
LISTED = {"item_ids": "AgendaItem", "meeting_ids": "Meeting", "decision_ids": "Decision", "vote_ids": "Vote",
          "mention_ids": "Mention", "link_ids": "Link"}  # fmt: skip
SCOPE: Mapping[str, Any] = {"municipality": "", "bodies": [], "since": "", "until": ""}


class Listing:
    """A graph in memory, and the lists of it."""

    def __init__(self, store: GraphStore) -> None:
        labels = labels_of()
        self.nodes: dict[str, dict[str, Row]] = {
            label: {row["id"]: row for row in nodes(store, label)} for label in labels
        }
        self._from: dict[tuple[str, Node], set[Node]] = defaultdict(set)
        for kind in kinds_between(labels):
            for edge in relations(store, kind):
                start, end = (kind.start, edge.start), (kind.end, edge.end)
                self._from[f"{kind.type}>", start].add(end)
                self._from[f"<{kind.type}", end].add(start)

    def way(self, start: Node, *steps: str) -> set[Node]:
        """What these relations lead to (``TYPE>`` along it, ``<TYPE`` against it)."""
        found = {start}
        for step in steps:
            found = {end for node in found for end in self._from[step, node]}
        return found

    def ids(self, query: str, asked: Mapping[str, Any]) -> dict[str, str | None]:
        """The ids of the rows, each with the day that it stands under; None where the order may be another."""
        rows: Iterator[tuple[str, str | None, str]] = getattr(self, f"_{query}")(asked)
        return {id_: day for id_, day, item in rows if self._in_scope(query, asked, item, day)}

    def _in_scope(self, query: str, asked: Mapping[str, Any], item: str, day: str | None) -> bool:
        """Whether point and day are asked for; cases, and the bodies of decisions, have their own say."""
        if day is None:
            return True
        bodies = [] if query in ("decision_ids", "vote_ids") else asked["bodies"]
        return (
            item.startswith(f"{asked['municipality']}." if asked["municipality"] else "")
            and (not bodies or any(item.startswith(f"{body}.") for body in bodies))
            and (not asked["since"] or day >= asked["since"])
            and (not asked["until"] or "" < day <= asked["until"])
        )

    def _names(self, item: str, asked: Mapping[str, Any], voters: set[Node]) -> bool:
        """Whether a point names the organisation and the law, and the person is among these."""
        named = self.way(("AgendaItem", item), "MENTIONS>")
        laws = named | self.way(("AgendaItem", item), "MENTIONS>", "<HAS_PROVISION")
        return (
            (not asked["person"] or ("Person", asked["person"]) in voters)
            and (not asked["organisation"] or ("Organisation", asked["organisation"]) in named)
            and (not asked["law"] or ("Law", asked["law"]) in laws)
        )

    def _decided(self, item: str, outcome: str) -> bool:
        made = (self.nodes["Decision"][id_] for _, id_ in self.way(("AgendaItem", item), "HAS_DECISION>"))
        return not outcome or any(one.get("own", True) and outcome in one.get("outcomes", ()) for one in made)

    def _item_ids(self, asked: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
        for id_, row in self.nodes["AgendaItem"].items():
            node = ("AgendaItem", id_)
            persons = self.way(node, "MENTIONS>") | self.way(
                node, "HAS_DECISION>", "HAS_VOTE>", "HAS_BALLOT>", "CAST_BY>"
            )
            if (
                self._names(id_, asked, persons)
                and self._decided(id_, asked["outcome"])
                and asked["kind"] in ("", row["kind"])
            ):
                yield id_, _day(row), id_

    def _meeting_ids(self, asked: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
        for id_, row in self.nodes["Meeting"].items():
            present = {
                person
                for _, one in self.way(("Meeting", id_), "<AT_MEETING")
                if self.nodes["Attendance"][one]["status"] == "present"
                for _, person in self.way(("Attendance", one), "<HAS_ATTENDANCE")
            }
            if (
                row["status"] != "referenced"
                and asked["status"] in ("", row["status"])
                and (not asked["person"] or asked["person"] in present)
            ):
                yield id_, _day(row), id_

    def _case_ids(self, asked: Mapping[str, Any]) -> Iterator[tuple[str, None, str]]:
        """Each filter may hold at another point of the case."""
        none: Mapping[str, Any] = {**SCOPE, **EVERYTHING["item_ids"]}
        one_by_one = [{name: asked[name]} for name in ("person", "organisation", "law", "outcome")]
        span = {name: asked[name] for name in ("since", "until")}
        kept = [self.ids("item_ids", {**none, **filter_}).keys() for filter_ in (*one_by_one, span)]
        for id_, row in self.nodes["Case"].items():
            points = {point for _, point in self.way(("Case", id_), "<PART_OF_CASE")}
            if (
                all(points & found for found in kept)
                and row["item_count"] >= asked["minimum"]
                and asked["municipality"] in ("", row["municipality"])
                and (not asked["bodies"] or _begins(row.get("aliases", ()), asked["bodies"]))
            ):
                yield id_, None, id_

    def _made(self, asked: Mapping[str, Any]) -> Iterator[tuple[str, Row, str]]:
        """The decisions of the bodies that are asked for, each once, with their points."""
        for id_, row in self.nodes["Decision"].items():
            bodies = {body for _, body in self.way(("Decision", id_), "MADE_BY>")}
            if not row.get("repeated") and (not asked["bodies"] or bodies & set(asked["bodies"])):
                ((_, item),) = self.way(("Decision", id_), "<HAS_DECISION")
                yield id_, row, item

    def _decision_ids(self, asked: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
        for id_, row, item in self._made(asked):
            if (
                self._names(item, asked, self.way(("Decision", id_), "HAS_VOTE>", "HAS_BALLOT>", "CAST_BY>"))
                and (not asked["outcome"] or asked["outcome"] in row.get("outcomes", ()))
                and asked["relation"] in ("", row.get("relation_to_recommendation"))
            ):
                yield id_, _day(row) or _day(self.nodes["AgendaItem"][item]), item

    def _vote_ids(self, asked: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
        for made, row, item in self._made(asked):
            for _, id_ in self.way(("Decision", made), "HAS_VOTE>"):
                ballots = [
                    ballot
                    for ballot in self.way(("Vote", id_), "HAS_BALLOT>")
                    if asked["option"] in ("", self.nodes["Ballot"][ballot[1]].get("option"))
                ]
                who = {
                    one
                    for ballot in ballots
                    for way in ("CAST_BY>", "CAST_FOR_PARTY>")
                    for one in self.way(ballot, way)
                }
                cast = {one for ballot in ballots for one in self.way(ballot, "CAST_BY>")}
                if (
                    (not asked["person"] or ("Person", asked["person"]) in cast)
                    and (not asked["party"] or ("Party", asked["party"]) in who)
                    and (not asked["option"] or ballots)
                    and asked["result"] in ("", self.nodes["Vote"][id_].get("result"))
                ):
                    yield id_, _day(row) or _day(self.nodes["AgendaItem"][item]), item

    def _mention_ids(self, asked: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
        for id_, row in self.nodes["Mention"].items():
            ((_, item),) = self.way(("Mention", id_), "<HAS_MENTION")
            things = {thing for _, thing in self.way(("Mention", id_), "RESOLVED_TO>")}
            if (
                asked["kind"] in ("", row["kind"])
                and asked["item"] in ("", item)
                and (not asked["thing"] or asked["thing"] in things)
            ):
                yield id_, _day(self.nodes["AgendaItem"][item]), item

    def _link_ids(self, asked: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
        for id_, row in self.nodes["Link"].items():
            ((_, item),) = self.way(("Link", id_), "<HAS_LINK")
            ends = {("AgendaItem", item), *self.way(("Link", id_), "LINKS_TO>")}
            if (
                asked["type"] in ("", row["type"])
                and asked["status"] in ("", row["status"])
                and (not asked["item"] or ("AgendaItem", asked["item"]) in ends)
            ):
                yield id_, _day(self.nodes["AgendaItem"][item]), item

    def nothing(self, query: str) -> Mapping[str, Any]:
        """The filters of a list, none of them set."""
        return {**SCOPE, **EVERYTHING[query], **({} if query in ("link_ids", "meeting_ids") else {"words": []})}

    def questions(self, query: str, count: int) -> Iterator[Mapping[str, Any]]:
        """Filters of a list: none, each by itself with some of its values, and several together by chance."""
        random = Random(f"20261121 {query}")
        none = self.nothing(query)
        yield none
        values = {name: self._values(query, name) for name in none if name != "words"}
        for name, some in values.items():
            yield from ({**none, name: value} for value in random.sample(some, min(4, len(some))))
        for _ in range(count):
            chosen = random.sample(sorted(name for name, some in values.items() if some), random.choice((2, 2, 3)))
            yield {**none, **{name: random.choice(values[name]) for name in chosen}}

    def _values(self, query: str, name: str) -> list[Any]:
        """What a filter may be given, sorted: what is there."""
        labels = {"person": "Person", "organisation": "Organisation", "law": "Law", "party": "Party",
                  "item": "AgendaItem", "municipality": "Municipality"}  # fmt: skip
        if name in labels:
            return sorted(self.nodes[labels[name]])
        if name == "bodies":
            return [[id_] for id_ in sorted(self.nodes["Body"])]
        if name in ("since", "until"):
            return sorted({_day(row) for row in self.nodes["AgendaItem"].values()} - {""})
        if name == "minimum":
            return [2]
        if name == "thing":
            return sorted(
                {end for mention in self.nodes["Mention"] for _, end in self.way(("Mention", mention), "RESOLVED_TO>")}
            )
        if name == "outcome":
            return sorted({one for row in self.nodes["Decision"].values() for one in row.get("outcomes", ())})
        label = "Ballot" if name == "option" else LISTED[query]
        key = "relation_to_recommendation" if name == "relation" else name
        return sorted({row[key] for row in self.nodes[label].values() if row.get(key)})


def _day(row: Row) -> str:
    day = row.get("date")
    return day.isoformat() if day else ""


def _begins(ids: Sequence[str], bodies: Sequence[str]) -> bool:
    return any(id_.startswith(f"{body}.") for id_ in ids for body in bodies)
