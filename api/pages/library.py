"""The questions of the library in the language of a catalogue."""

from __future__ import annotations

from api.languages import Language
from api.pages.texts import Texts
from api.service.queries import library
from cypher import Parameter, Query
from cypher.wording import Column, load_wording, parameter_of


def themes_of(texts: Texts) -> list[tuple[str, list[Query]]]:
    """Every theme with its questions."""
    questions = library()
    return [
        (words[texts.language], [query for query in questions if query.theme == name])
        for name, words in load_wording().theme.items()
    ]


def question_of(texts: Texts, query: Query) -> str:
    """What a query asks."""
    return query.question_da if texts.language is Language.DANISH else query.question


def parameter_text(texts: Texts, query: Query, parameter: Parameter) -> str:
    """What a parameter asks for."""
    return parameter_of(query, parameter.name) if texts.language is Language.DANISH else parameter.text


def head_of(texts: Texts, column: Column) -> str:
    """What stands above a column."""
    return column.da if texts.language is Language.DANISH else column.en
