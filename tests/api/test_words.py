"""Values in the words and forms of readers."""

import datetime as dt

import pytest

from api.languages import Language
from api.pages.texts import load_texts
from api.pages.words import day, fact_kind, paragraphs, partial_date, percent, short_day


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-04-09", "9. april 2024"),
        ("2024-04", "april 2024"),
        ("2024", "2024"),
        ("2024-Q3", "3. kvartal 2024"),
        ("2024-spring", "foråret 2024"),
        ("2024-winter", "vinteren 2024"),
        ("2024-04-mid", "medio april 2024"),
        ("2024-late", "ultimo 2024"),
        ("2024-Q1/2024-Q2", "1. kvartal 2024 til 2. kvartal 2024"),
        ("--08", "--08"),
        ("2024-13", "2024-13"),
        ("", ""),
        (None, ""),
    ],
)
def test_partial_dates_are_said_in_danish(value: str | None, words: str) -> None:
    assert partial_date(load_texts(), value) == words


def test_each_language_has_its_forms() -> None:
    value = dt.date(2024, 4, 9)
    said = {
        language: (
            day(texts, value), short_day(texts, value), partial_date(texts, "2024-04-09"), percent(texts, 0.954),
            texts.number(1234567.5), texts.number(2.0), texts.count("item", 1200), fact_kind(texts, "ProcedureStep"),
        )
        for language in Language
        for texts in [load_texts(language)]
    }  # fmt: skip
    assert said == {
        Language.DANISH: (
            "9. april 2024", "09.04.2024", "9. april 2024", "95\u00a0%", "1.234.567,5", "2", "1.200 punkter",
            "Procedureskridt",
        ),
        Language.ENGLISH: (
            "9 April 2024", "9 Apr 2024", "9 April 2024", "95%", "1,234,567.5", "2", "1,200 agenda items",
            "Procedure step",
        ),
    }  # fmt: skip


def test_a_line_that_no_sentence_ends_goes_on_in_its_paragraph() -> None:
    text = "Godkendt.\n\nValget faldt på\nArbejdsbroen.\nFraværende: Åse Bæk"
    assert paragraphs(text) == ("Godkendt.", "Valget faldt på\nArbejdsbroen.", "Fraværende: Åse Bæk")
    assert paragraphs(" \n") == ()
