"""The library's own words: every theme, column and parameter has them, none are left over, and `next` leads on."""

from __future__ import annotations

import pytest

from api.pages.texts import load_texts
from cypher import Query, load_query, query_names
from cypher.catalogue import LIBRARY
from cypher.wording import column_of, load_wording, parameter_of

QUERIES = [load_query(LIBRARY, name) for name in query_names(LIBRARY)]
WORDING = load_wording()


def test_every_column_and_parameter_has_words() -> None:
    for query in QUERIES:
        for column in query.columns:
            assert column_of(query, column).en, (query.name, column)
            assert column_of(query, column).da, (query.name, column)
        for parameter in query.parameters:
            assert parameter.text, (query.name, parameter.name)
            assert parameter_of(query, parameter.name), (query.name, parameter.name)


def test_no_words_are_left_over() -> None:
    for words, used in (
        (WORDING.column, {(query.name, column) for query in QUERIES for column in query.columns}),
        (WORDING.parameter, {(query.name, one.name) for query in QUERIES for one in query.parameters}),
    ):
        own = {f"{query}.{name}" for query, name in used} & words.keys()
        shared = {name for query, name in used if f"{query}.{name}" not in own}
        assert set(words) == own | shared


def test_ids_stand_on_a_column_and_codes_have_a_group() -> None:
    groups = {key.split(".")[0] for key in load_texts().keys}
    for query in QUERIES:
        for name in query.columns:
            column = column_of(query, name)
            assert not column.on or column.on in query.columns, (query.name, name)
            assert not column.words or column.words in groups, (query.name, name)
            if column.ids.startswith("label:"):
                assert column.ids.removeprefix("label:") in query.columns


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_every_question_has_a_theme_and_leads_on(query: Query) -> None:
    assert query.theme in WORDING.theme
    assert query.next
    assert set(query.next) <= set(query_names(LIBRARY)) - {query.name}


def test_every_theme_has_questions() -> None:
    assert {query.theme for query in QUERIES} == set(WORDING.theme)
