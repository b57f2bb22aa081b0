"""Every statement that reads answers the same on every server, with parameters from the graph itself."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from cypher import Query, load_query, query_names
from graph.schema import load_schema
from graph.store import GraphStore
from tests.contract.asking import Asker
from tests.contract.comparing import canonical, difference, lines_of, reads

LIBRARY = [load_query(folder, name) for folder in ("read", "explore") for name in query_names(folder)]
# Queries that find nothing in the corpus, each with the reason.
FINDS_NOTHING: dict[str, str] = {}
# What a store notes of itself: its schema files, which two stores need in two forms (`test_forms.py`), and how often
# somebody wrote, which is another number where the same was loaded otherwise.
OWN_FORM = (
    "load/migrations",
    "load/all_nodes-Migration",
    "load/turns",
    "load/all_nodes-Turn",
    "load/named_nodes-Migration",
    "load/named_nodes-Turn",
    "load/some_nodes-Migration",
    "load/some_nodes-Turn",
)
# Statements that ask whether there is something, and give anything: only how many rows there are is the same.
GIVES_ANY = ("load/any_node",)


def _filled(query: Query) -> list[Query]:
    """A template with each label that it may stand for; a statement without a place is itself."""
    if "__LABEL__" not in query.text:
        return [query]
    return [
        replace(query, name=f"{query.name}-{label}", text=query.text.replace("__LABEL__", label))
        for label in sorted(load_schema().label)
    ]


def loading() -> list[Query]:
    """The statements of the loader that read; `test_dumps.py` covers those that write."""
    found = [query for name in query_names("load") for query in _filled(load_query("load", name))]
    return [query for query in found if "__" not in query.text and reads(query)]


def _id(query: Query) -> str:
    return f"{query.folder}/{query.name}"


def test_holds_the_same_graph(store: GraphStore, reference: GraphStore) -> None:
    held = lines_of(store)
    assert len(held) > 15_000
    assert difference(held, lines_of(reference)) == []


@pytest.mark.parametrize("query", [*LIBRARY, *loading()], ids=_id)
def test_answers_alike(store: GraphStore, asker: Asker, query: Query) -> None:
    for parameters, expected in asker.chosen(query):
        found = store.read(query, **parameters)
        if _id(query) in (*GIVES_ANY, *OWN_FORM):
            assert len(found) == len(expected)
            continue
        assert canonical(query.text, found) == canonical(query.text, expected), parameters


@pytest.mark.parametrize("query", LIBRARY, ids=_id)
def test_finds_something(asker: Asker, query: Query) -> None:
    """What is asked of an empty part of the graph would answer alike whatever it says."""
    found = any(rows for _, rows in asker.chosen(query))
    assert found is (_id(query) not in FINDS_NOTHING), "tests/contract/corpus.py may show what it looks for"


@pytest.mark.parametrize("query", LIBRARY, ids=_id)
def test_names_the_columns_that_it_answers_with(asker: Asker, query: Query) -> None:
    for _, rows in asker.chosen(query):
        assert all(set(query.columns) <= row.keys() for row in rows)


def test_every_place_of_a_template_is_known() -> None:
    """A new place must be filled here too, or nothing of the statement is tested."""
    places = {place for name in query_names("load") for place in re.findall(r"__\w+__", load_query("load", name).text)}
    assert places == {"__LABEL__", "__TYPE__", "__FROM__", "__TO__", "__NAME__"}
