"""The queries of a search, over the example minutes: the same answers on both servers."""

from __future__ import annotations

import pytest

from api.service.search import Filters, search
from api.service.suggesting import suggest
from graph.store import GraphStore
from tests.stores import LentStore, load_examples


@pytest.fixture
def store(server: LentStore) -> GraphStore:
    return server.holding("examples", load_examples)


def marked(store: GraphStore, q: str) -> set[str]:
    """The words that are marked as hits."""
    answer = search(store, q, limit=100)
    return {part.lower() for hit in answer.items if hit.snippet for part in hit.snippet.parts[1::2]}


def test_words_are_found_with_every_ending_and_in_compounds(store: GraphStore) -> None:
    assert {"skole", "skolen", "ungdomsskolen"} <= marked(store, "skole")
    assert {"udvalget", "uddannelsesudvalget"} <= marked(store, "udvalg")
    assert marked(store, "SKOLERNE") == marked(store, "skole")


@pytest.mark.parametrize(
    "q", ["klitgård", "klitgaard", "Klitgard", "klitg?rd", "Klitg\ufffdrd", "KlitgÃ¥rd", "klitgrd"]
)
def test_a_name_with_broken_letters_finds_the_name_and_its_points(store: GraphStore, q: str) -> None:
    answer = search(store, q)
    assert [hit.name for hit in answer.names if hit.kind == "person"] == ["Rasmus Ø. Klitgård"]
    assert answer.total == search(store, "Klitgård").total > 0


@pytest.mark.parametrize(
    "q", ["§ 23 styrelsesloven", "styrelseslovens §23", "§ 23 i lov om kommunernes styrelse", "§ 23"]
)
def test_a_section_leads_to_the_law_and_to_the_points_that_name_it(store: GraphStore, q: str) -> None:
    answer = search(store, q)
    assert [(hit.kind, hit.name) for hit in answer.names] == [("provision", "Lov om kommunernes styrelse § 23")]
    assert answer.items
    assert all(hit.snippet and hit.snippet.parts[1].startswith("§") for hit in answer.items)
    assert search(store, "§ 999 styrelsesloven").total == 0


def test_facets_count_what_each_choice_leaves(store: GraphStore) -> None:
    answer = search(store, "udvalg")
    facets = answer.facets
    assert sum(one.count for one in facets.municipality) == answer.total
    for one in (*facets.municipality, *facets.body):
        chosen = Filters(municipality=one.value) if "." not in one.value else Filters(body=one.value)
        assert search(store, "udvalg", chosen).total == one.count
    assert [one.value for one in facets.year] == sorted((one.value for one in facets.year), reverse=True)
    approved = search(store, "udvalg", Filters(outcome="approved"))
    assert 0 < approved.total < answer.total


def test_pages_follow_each_other_without_gap(store: GraphStore) -> None:
    whole = [hit.id for hit in search(store, "udvalg", limit=100).items][:40]
    paged: list[str] = []
    after = None
    while len(paged) < len(whole):
        answer = search(store, "udvalg", limit=8, after=after)
        paged += [hit.id for hit in answer.items]
        after = answer.next
        if after is None:
            break
    assert paged == whole


@pytest.mark.parametrize(
    "q", ['+ - && || ! ( ) { } [ ] ^ " ~ * ? : \\ /', "AND", "a* OR b", "terms:x", "(", "\x00", "?", "_", "§", "?rhus"]
)
def test_signs_of_a_query_language_are_no_question(store: GraphStore, q: str) -> None:
    search(store, q)
    suggest(store, q)


@pytest.mark.parametrize(
    ("q", "kind", "name"),
    [("sig", "person", "Signe Ravnsø"), ("ravnso", "person", "Signe Ravnsø"), ("signe ra", "person", "Signe Ravnsø"),
     ("lov om kommunernes st", "law", "Lov om kommunernes styrelse"), ("24/20", "number", "24/2051"),
     ("24-20", "number", "24/2051")],
)  # fmt: skip
def test_what_is_typed_is_suggested(store: GraphStore, q: str, kind: str, name: str) -> None:
    assert (kind, name) in {(one.kind, one.name) for one in suggest(store, q).suggestions}
    assert suggest(store, "x" * 50).suggestions == suggest(store, "s").suggestions == ()
