"""A made graph is the same for the same seed, keeps to the schema, hangs together, and has the shape it should."""

from collections import Counter
from functools import cache

import pytest

from bench.size.population import population
from bench.size.shape import load_shape
from graph.facts import Edge, Facts, Kind
from graph.schema import Row, load_schema
from graph.values import encode

NODES = 10_000
Graph = tuple[dict[tuple[str, str], Row], dict[Kind, list[Edge]]]


@cache
def made() -> Graph:
    nodes: dict[tuple[str, str], Row] = {}
    relations: dict[Kind, list[Edge]] = {}
    for facts in population(NODES):
        nodes |= {(label, row["id"]): row for label, rows in facts.nodes.items() for row in rows}
        for kind, edges in facts.relations.items():
            relations.setdefault(kind, []).extend(edges)
    return nodes, relations


def test_same_seed_same_graph() -> None:
    first, second = (list(population(2_000, seed=7)) for _ in range(2))
    assert first == second
    assert first != list(population(2_000, seed=8))


def test_every_row_keeps_to_the_schema() -> None:
    nodes, relations = made()
    for (label, _), row in nodes.items():
        load_schema().check_node(label, row)
        encode(row)
    for kind, edges in relations.items():
        for edge in edges:
            load_schema().check_relation(*kind, edge.props)


def test_every_relation_has_its_ends() -> None:
    nodes, relations = made()
    for kind, edges in relations.items():
        assert all((kind.start, edge.start) in nodes and (kind.end, edge.end) in nodes for edge in edges), kind


def test_what_a_meeting_relates_is_there_or_comes_with_it() -> None:
    there: set[tuple[str, str]] = set()
    for facts in population(NODES):
        there.update((label, row["id"]) for label, rows in facts.nodes.items() for row in rows)
        for kind, edges in facts.relations.items():
            assert all({(kind.start, edge.start), (kind.end, edge.end)} <= there for edge in edges), kind


def test_has_about_the_size_that_is_asked_for() -> None:
    nodes, _ = made()
    assert len(nodes) == pytest.approx(NODES, rel=0.35)


def test_has_the_shape_of_real_minutes() -> None:
    nodes, relations = made()
    shape = load_shape()
    labels = Counter(label for label, _ in nodes)
    for label in ("Evidence", "Mention", "Section", "AgendaItem", "Decision", "Case", "Link"):
        assert labels[label] / len(nodes) == pytest.approx(shape.labels[label].count / shape.nodes, rel=0.5), label
    of_real = sum(relation.count for relation in shape.relations.values()) / shape.nodes
    assert sum(map(len, relations.values())) / len(nodes) == pytest.approx(of_real, rel=0.15)


def test_municipalities_share_laws_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.size.population.MEETINGS", 3)
    towns: dict[str, set[str]] = {}
    for facts in population(NODES):
        for key in _shared(facts):
            towns.setdefault(key, set()).add(facts.nodes["Municipality"][0]["id"])
    assert {key.partition(" ")[0] for key, found in towns.items() if len(found) > 1} == {"Law", "Provision"}


def _shared(facts: Facts) -> set[str]:
    if "Municipality" not in facts.nodes:  # what is derived names no new thing
        return set()
    labels = ("Person", "Body", "Organisation", "Law", "Provision", "CaseNumber")
    return {f"{label} {row['id']}" for label in labels for row in facts.nodes.get(label, ())}
