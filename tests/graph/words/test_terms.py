"""Terms of words and of nodes."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity.letters import HOLE
from graph.schema import load_schema
from graph.words.terms import (
    NAMED,
    SEARCHABLE,
    bare,
    node_terms,
    number_term,
    rule_files,
    scope_term,
    term,
    terms,
    words,
)


@pytest.mark.parametrize(
    "text",
    ["Folkeskolen", "skolebygninger", "folkeskoleloven", "SKOLERNES", "Nordlevskolen", "Skole- og Børneudvalget"],
)
def test_a_school_is_found_in_every_form(text: str) -> None:
    assert term("skole") in {each for word in words(text) for each in terms(word)}


def test_how_names_and_ids_are_spelled_is_among_the_rules() -> None:
    assert {"terms.py", "lexicon.toml", "letters.py", "letters.toml", "ids.py"} <= {path.name for path in rule_files()}
    assert all(path.exists() for path in rule_files())


@pytest.mark.parametrize(
    ("one", "other"),
    [("stier", "sti"), ("børn", "barn"), ("budgettet", "budget"), ("centret", "center"), ("kommunernes", "kommune")],
)
def test_forms_of_one_word_have_one_term(one: str, other: str) -> None:
    assert term(one) == term(other)


def test_a_part_of_several_words_is_a_term() -> None:
    assert {"folkeskol", "skol", "lov", "folk"} <= terms("folkeskoleloven")
    assert {"byplan", "planudvalg", "udvalg"} <= terms("byplanudvalg")


def test_the_word_itself_is_asked_for_and_not_its_parts() -> None:
    assert term("folkeskole") not in terms("skole")


@pytest.mark.parametrize("name", ["sørensen", "sorensen", "soerensen", "srensen", f"s{HOLE}rensen"])
def test_broken_letters_leave_the_consonants(name: str) -> None:
    assert bare(name) == "srnsn"


def test_a_point_is_found_by_title_text_and_municipality() -> None:
    row = {"id": "nordlev-by.raadet.2024-01-01.1", "title": "Cykelsti", "text": "Om skolen i Åby"}
    found = (node_terms("AgendaItem", row) or "").split()
    assert found[0] == scope_term("nordlev-by") == "in_nordlev_by"
    assert {"title_cykelsti", "title_sti", "cykelsti", "skol", "åby"} <= set(found)
    assert "title_skol" not in found
    assert len(found) == len(set(found))


def test_names_are_found_by_all_they_are_called() -> None:
    row = {"id": "x", "title": "Lov om social service", "popular_names": ["serviceloven"]}
    found = set((node_terms("Law", row) or "").split())
    assert {"servic", "lov", "word_serviceloven", "bare_srvclvn"} <= found
    assert {"word_ærø", "word_aeroe"} <= set((node_terms("Person", {"id": "x", "name": "Bo Ærø"}) or "").split())
    assert node_terms("CaseNumber", {"id": "n.24-2210", "number": "24/2210"}) == number_term("24-2210")
    assert node_terms("Person", {"id": "x"}) is node_terms("Decision", {"id": "x", "text": "Ja"}) is None


@given(st.text(max_size=60), st.sampled_from(SEARCHABLE))
def test_terms_hold_nothing_that_a_query_language_knows(text: str, label: str) -> None:
    row: dict[str, Any] = {"id": "a.b", "title": text, "name": text, "text": text, "number": text}
    for each in (node_terms(label, row) or "").split(" "):
        assert each.replace("_", "").replace(HOLE, "").isalnum() or not each.strip("_").removeprefix("number")


def test_the_schema_has_terms_where_a_search_finds() -> None:
    schema = load_schema()
    assert {name for name, label in schema.label.items() if "terms" in label.properties} == {*SEARCHABLE, "Migration"}
    for label, names in NAMED.items():
        assert set(names) <= schema.label[label].properties.keys()
