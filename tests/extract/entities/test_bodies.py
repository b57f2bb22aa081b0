from dataclasses import replace

import pytest

from extract.entities.bodies import BodyFinding
from extract.entities.context import initials, read_context
from extract.grammar import parse
from tests.extract.entities.marked import NORDLEV, expected, found, plain, surfaces
from tests.extract.grammar.minutes import document_of


@pytest.mark.parametrize(
    "marked",
    [
        "[[Teknik og Klimaudvalget]] og [[Social- og Sundhedsudvalgets]] formand mødes i [[Ungeudvalget]].",
        "[[Kommunalbestyrelsen]] behandler sagen på [[kommunalbestyrelsesmødet]] den 28. maj 2024 og i [[TKU]].",
        "I [[Havne-, Teknik- og Fiskeriudvalget]] og [[Nordlev Byråd]], men ikke i Randers Byråd.",
        "Udvalget og fagudvalget bad kommunalbestyrelsen om svar. Folketingets Socialudvalget er ikke et af dem.",
        "Direktøren for Teknik og Klimaudvalget indstiller. Skolebestyrelsen er hørt.",
        "[[Havne-og Fritidsudvalget]], [[Social-, Havne-, og Fritidsudvalget]], [[Klima, - Havne- og Miljøudvalget]].",
        "Borgerrepræsentationen har svaret. Ishøj Kommunes Havneudvalg og Søby Kommunes Havneudvalget er andre.",
        "Byrådet i Randers er hørt. [[Byrådet]] i går. [[Havneudvalget]] i Nordlev Kommune.",
        "[[byrådet]] den 3. maj 2024",
        "Udvalget indstiller til [[regionsrådet]], at sagen godkendes. Det indstilles til [[byrådets]] godkendelse.",
        "Sagen anbefales over for [[kommunalbestyrelsen]] og går herefter til [[byrådet]].",
        "Borgerne skrev til byrådet, og sagen angår kommunalbestyrelsen.",
    ],
)
def test_bodies(marked: str) -> None:
    assert surfaces(marked, BodyFinding) == expected(marked)


def test_spellings_of_one_body_are_one() -> None:
    text = plain("Teknik og Klimaudvalget, teknik- og klimaudvalgets, TKU")
    assert {(one.body, one.own) for one in found(text, BodyFinding)} == {("Teknik- og Klimaudvalget", True)}


def test_initials() -> None:
    assert initials("Beboer- og Biblioteksudvalget") == "BBU"
    assert initials("Økonomiudvalget") == "ØU"


def test_abbreviations_that_the_head_explains() -> None:
    context = replace(NORDLEV, legend={"ØU": "Økonomiudvalget", "TU": "Teknisk Udvalg"})
    text = "ØU bad TU's formand om svar. TUR og XU er andre."
    assert surfaces(text, BodyFinding, context) == ["ØU", "TU's"]
    assert [one.body for one in found(text, BodyFinding, context)] == ["Økonomiudvalget", "Teknisk Udvalg"]


def test_the_legend_of_a_document() -> None:
    document = document_of(
        "Nordlev Kommune\n\nReferat fra Byrådets møde den 12. marts 2024\n\n"
        "ØU = Økonomiudvalget, EU = Ejendomsudvalget\n\nPunkt 1: Bro\n\n24/1\n\nBeslutning\n\nØU og EU er hørt."
    )
    (record,) = parse(document)
    assert read_context(record, document).legend == {"ØU": "Økonomiudvalget"}  # EU is the Union's
