"""Parameters for every query, taken from the graph that it is asked of.

A parameter has values by its name (``SOURCES``), an id by the label that the statement looks it up in, a list by both.
What is not known here falls back to the default and the examples in the query's header. Of the many combinations those
are kept that find something, and a few that find nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from random import Random
from typing import Any

from cypher import Parameter, ParameterType, Query
from cypher.binding import bind
from cypher.catalogue import examples
from graph.schema import load_schema
from graph.store import GraphStore

Row = dict[str, Any]
Parameters = dict[str, Any]

SEED = 20261121
TRIED = 400  # combinations of a query that are tried until enough of them find something
ENOUGH = 20  # combinations that are tried where only those that find nothing are wanted
ONE_BY_ONE = 150  # values of one parameter that are tried while the others stay
FINDING, NOT_FINDING = 5, 2  # combinations that are kept
MANY, FEW = 10_000, 2  # rows at most
NOBODY = "0ingen"

# Where the values of a parameter of this name, or of this query's parameter, stand in the graph.
SOURCES: Mapping[str, str] = {
    "about": "MATCH (v:Vote) RETURN split(v.motion, ' ')[0] AS value",
    "beginning": "MATCH (i:AgendaItem) UNWIND [0, 1, 2] AS last WITH * RETURN split(i.id, '.')[last] + '.' AS value "
    "UNION MATCH (m:Meeting) RETURN m.id + '.' AS value",
    "body": "MATCH (b:Body) RETURN b.name AS value",
    "date": "MATCH (m:Meeting) RETURN toString(m.date) AS value",
    "due_before": "MATCH (f:FollowUp) RETURN f.due AS value",
    "groups": "MATCH (r:Record) RETURN r.group AS value",
    "last": "MATCH (m:Meeting) RETURN toString(m.date) AS value",
    "law": "MATCH (l:Law) RETURN l.title AS value",
    "meeting": "MATCH (m:Meeting) RETURN m.id AS value",
    "municipality": "MATCH (m:Municipality) RETURN m.id AS value",
    "number": "MATCH (n:CaseNumber) RETURN n.number AS value UNION MATCH (p:Provision) RETURN p.section AS value",
    "option": "MATCH (b:Ballot) RETURN b.option AS value",
    "other": "MATCH (p:Person) RETURN p.name AS value",
    "outcome": "MATCH (d:Decision) RETURN d.outcomes[0] AS value",
    "point": "MATCH (i:AgendaItem) RETURN i.number AS value",
    "recipient": "MATCH (b:Body) RETURN b.name AS value",
    "relation": "MATCH (d:Decision) RETURN d.relation_to_recommendation AS value",
    "section": "MATCH (p:Provision) RETURN p.section AS value",
    "since": "MATCH (m:Meeting) RETURN toString(m.date) AS value",
    "slug": "MATCH (n:CaseNumber) RETURN split(n.id, '.')[1] AS value",
    "status": "MATCH (a:Attendance) RETURN a.status AS value",
    "type": "MATCH (o:Organisation) RETURN o.type AS value",
    "topic": "MATCH (t:Topic) RETURN t.number AS value",
    "topic_ids.number": "MATCH (t:Topic) RETURN t.number AS value",
    "search_topics.number": "MATCH (t:Topic) RETURN t.number AS value",
    "until": "MATCH (m:Meeting) RETURN toString(m.date) AS value",
    "words": "MATCH (i:AgendaItem) RETURN toLower(split(i.title, ' ')[0]) AS value",
    "name": "MATCH (n:Person) RETURN n.name AS value UNION MATCH (n:Organisation) RETURN n.name AS value "
    "UNION MATCH (n:Rename) RETURN n.old AS value UNION MATCH (n:Statement) RETURN n.subject AS value",
    "kind": "MATCH (c:Conflict) RETURN c.kind AS value",
    "absence_ids.of": "MATCH (p:Person) RETURN p.id AS value",
    "case_number_spellings.beginning": "MATCH (n:CaseNumber) RETURN split(split(n.id, '.')[1], '-')[0] + '-' AS value",
    "ballot_ids.of": "MATCH (p:Person) RETURN p.id AS value",
    "case_ids.law": "MATCH (l:Law) RETURN l.id AS value",
    "decision_ids.law": "MATCH (l:Law) RETURN l.id AS value",
    "item_ids.kind": "MATCH (i:AgendaItem) RETURN i.kind AS value",
    "item_ids.law": "MATCH (l:Law) RETURN l.id AS value",
    "link_ids.status": "MATCH (l:Link) RETURN l.status AS value",
    "link_ids.type": "MATCH (l:Link) RETURN l.type AS value",
    "meeting_ids.status": "MATCH (m:Meeting) RETURN m.status AS value",
    "mention_ids.kind": "MATCH (m:Mention) RETURN m.kind AS value",
    "party_seats.party": "MATCH (p:Party) RETURN p.name AS value",
    "provision_ids.law": "MATCH (l:Law) RETURN l.id AS value",
    "item": "MATCH (i:AgendaItem) RETURN i.id AS value",
    "labels": "UNWIND ['Section', 'Recommendation', 'Attachment', 'Notice', 'FollowUp', 'Conflict'] AS value "
    "WITH * RETURN value",
    "organisation": "MATCH (o:Organisation) RETURN o.id AS value",
    "party": "MATCH (p:Party) RETURN p.id AS value",
    "person": "MATCH (p:Person) RETURN p.id AS value",
    "result": "MATCH (v:Vote) RETURN v.result AS value",
    "sort": "UNWIND ['date', 'name', 'count'] AS value WITH * RETURN value",
    "thing": "MATCH (:Mention)-[:RESOLVED_TO]->(n) RETURN n.id AS value",
    "search_points.terms": "MATCH (i:AgendaItem) RETURN split(i.terms, ' ')[3] AS value",
    "search_names.terms": "MATCH (n:Case) RETURN split(n.terms, ' ')[0] AS value",
    "search_numbers.terms": "MATCH (n:CaseNumber) RETURN n.terms AS value",
    # Where the index gives fewer than there are, each server has its own best ones: here it gives all.
    "search_points.most": "RETURN 10000 AS value",
    "search_names.most": "RETURN 10000 AS value",
    "search_numbers.most": "RETURN 10000 AS value",
    "search_provision_points.most": "RETURN 10000 AS value",
    "sections": "MATCH (p:Provision) RETURN p.section AS value",
    "text_at.line": "MATCH (i:AgendaItem) RETURN i.first_line AS value",
    "judgements_about.kind": "MATCH (:Judgement)-[:ABOUT]->(n) RETURN labels(n)[0] AS value",
    "judgements_about.id": "MATCH (:Judgement)-[:ABOUT]->(n) RETURN n.id AS value",
}
# Lists whose name tells what they hold.
LISTS: Mapping[str, str] = {
    "bodies": "Body",
    "documents": "Document",
    "laws": "Law",
    "meetings": "Meeting",
    "provisions": "Provision",
    "wholes": "Organisation",
}
ANY_NODE = ["AgendaItem", "Body", "Organisation", "Person"]  # for a query that names no label of its nodes
EVERY_ID = (
    "MATCH (n:{label}) RETURN n.id AS value UNION MATCH (n:{label}) UNWIND n.merged AS value WITH * RETURN value "
    "UNION MATCH (n:{label})<-[r:NAMES]-(:Meeting) RETURN r.printed AS value"
)


class Asker:
    """Combinations of parameters for queries, from one graph; the same graph gives the same combinations."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._values: dict[str, list[Any]] = {}
        self._chosen: dict[str, list[tuple[Parameters, list[Row]]]] = {}

    def chosen(self, query: Query) -> list[tuple[Parameters, list[Row]]]:
        """Combinations with the rows that this graph answers: first those that find something."""
        key = f"{query.folder}/{query.name}"
        if key not in self._chosen:
            self._chosen[key] = self._choose(query)
        return self._chosen[key]

    def _choose(self, query: Query) -> list[tuple[Parameters, list[Row]]]:
        finding, empty = [], []
        for tried, parameters in enumerate(islice(self._combinations(query), TRIED)):
            rows = self._store.read(query, **parameters)
            (finding if any(map(_tells, rows)) else empty).append((parameters, rows))
            if len(finding) >= FINDING and (len(empty) >= NOT_FINDING or tried >= ENOUGH):
                break
        return finding[:FINDING] + empty[:NOT_FINDING]

    def _combinations(self, query: Query) -> Iterator[Parameters]:
        """Examples, then the whole list, then its pages, then everything changed one by one, then at random."""
        for pairs in examples(query):
            yield bind(query, dict(pair.split("=", 1) for pair in pairs))
        choices = {parameter.name: self._choices(query, parameter) for parameter in query.parameters}
        base: Parameters = {name: values[0] for name, values in choices.items()}
        yield base
        if {"first", "key", "id"} <= base.keys():
            yield from self._pages(query, base)
        for name, values in choices.items():
            yield from ({**base, name: value} for value in values[1:ONE_BY_ONE])
        random = Random(f"{SEED} {query.folder} {query.name}")
        while any(len(values) > 1 for values in choices.values()):
            yield {name: random.choice(values) for name, values in choices.items()}

    def _pages(self, query: Query, base: Parameters) -> Iterator[Parameters]:
        """The list after its first rows, from where a page of it ended."""
        for row in self._store.read(query, **base)[:3]:
            yield {**base, "first": False, "key": row["key"], "id": row["id"], "limit": FEW}

    def _choices(self, query: Query, parameter: Parameter) -> list[Any]:
        """Values of one parameter, the widest first."""
        name, type_ = parameter.name, parameter.type
        if name == "limit":
            return [MANY, FEW]
        if type_ is ParameterType.BOOLEAN:
            return [True, False]
        if type_ is ParameterType.INTEGER:
            return self._sorted(SOURCES[f"{query.name}.{name}"])[:20] if f"{query.name}.{name}" in SOURCES else [1, 2]
        if type_ is ParameterType.DATE:
            return self._sorted("MATCH (m:Meeting) RETURN m.date AS value")[::-1]
        if type_ is ParameterType.ROWS:
            return self._nodes(query)
        if type_ is ParameterType.MAP:
            return [{node["id"]: True for node in nodes} for nodes in self._nodes(query)]
        if type_ is ParameterType.LIST:
            return self._lists(query, name)
        wide = [""] if "empty for all" in parameter.text or parameter.default == "" else []
        return [*wide, *self._strings(query, name), NOBODY]

    def _strings(self, query: Query, name: str) -> list[Any]:
        source = SOURCES.get(f"{query.name}.{name}", SOURCES.get(name))
        if source:
            return self._shuffled(self._sorted(source))
        values = [value for label in _labels(query.text) for value in self._ids(label)]
        return self._shuffled(values) if name in ("id", "after", "from", "to") else []

    def _lists(self, query: Query, name: str) -> list[list[Any]]:
        if name in SOURCES:
            values = self._sorted(SOURCES[name])
        else:
            labels = [LISTS[name]] if name in LISTS else _labels(query.text)[:1]
            values = [value for label in labels for value in self._ids(label)]
        filters = name in ("bodies", "laws", "words")  # where an empty list asks for all
        some = [self._shuffled(values)[start : start + 3] for start in range(0, len(values), 3)]
        singles = [[value] for value in self._shuffled(values)]
        return [[], *singles, *some] if filters else [values, [], [NOBODY], *some]

    def _nodes(self, query: Query) -> list[list[Row]]:
        labels = sorted(set(re.findall(r"node\.label = '(\w+)'", query.text))) or ANY_NODE
        nodes = [{"label": label, "id": value} for label in labels for value in self._ids(label)]
        some = [self._shuffled(nodes)[start : start + 20] for start in range(0, len(nodes), 20)]
        return [nodes, [], [{"label": label, "id": NOBODY} for label in labels], *some]

    def _ids(self, label: str) -> list[str]:
        return self._sorted(EVERY_ID.format(label=label))

    def _sorted(self, statement: str) -> list[Any]:
        """The values that a statement finds, each once, in an order that no server chose."""
        if statement not in self._values:
            found = {row["value"] for row in self._store.read(statement)} - {None}
            self._values[statement] = sorted(found)
        return self._values[statement]

    def _shuffled(self, values: Sequence[Any]) -> list[Any]:
        return Random(SEED).sample(list(values), len(values))


def _labels(text: str) -> list[str]:
    """The labels whose id a statement is given; where it is given none, all that it names."""
    given = re.findall(r":(\w+) \{id: (?:\$\w+|key|id)\}", text)
    found = [*re.findall(r"\(\w*:([A-Z]\w+)", text), *re.findall(r"'([A-Z]\w+)'", text)]
    return [label for label in dict.fromkeys(given or found) if label in load_schema().label]


def _tells(row: Row) -> bool:
    """Whether a row says something: an aggregate over nothing is a row of nulls, zeros and empty lists."""
    return any(value not in (None, 0, [], "") for value in row.values())
