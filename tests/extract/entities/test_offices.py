"""Posts whose holder is not named."""

import pytest

from extract.entities.context import Context
from extract.entities.offices import OfficeFinding
from tests.extract.entities.marked import expected, found, plain, surfaces


@pytest.mark.parametrize(
    "marked",
    [
        "[[Borgmesteren]] orienterede, og [[kommunaldirektørens]] notat er vedlagt.",
        "[[Jobcenterchefen]] og [[forvaltningschefen]] deltog sammen med [[IT-chefen]].",
        "[[Direktøren for Børn og Kultur]] svarer på [[borgerrådgiverens]] spørgsmål.",
        "[[centerchefen for Job & Social]] og [[direktøren for Teknik, Miljø og Havn]] deltog.",
        "[[Chefen for børneområdet]] har svaret, og [[lederen for Klub Bølgen]] har spurgt.",
        "[[formanden for DH-Nordlev]] og [[næstformanden for Økonomiudvalget]] har skrevet.",
        "[[Beskæftigelsesministeren]] og [[børne- og undervisningsministeren]] har svaret.",
        "[[Havnekonsulenten]] deltager på mødet. [[Havnekonsulentens]] plan er vedlagt.",
        "[[Formanden]] orienterede om mødet.",
        "Orientering fra [[formanden]]",
        "[[Udvalgsformanden]] foreslog en pause.",
        "[[BORGMESTEREN]] er på ferie. Det er borgmesteren i Søby ikke.",
    ],
)
def test_posts(marked: str) -> None:
    assert surfaces(marked, OfficeFinding) == expected(marked)


@pytest.mark.parametrize(
    "text",
    [
        "Direktøren, chefen, lederen og formanden har svaret.",
        "Borgmester Anna Lund deltog, og Bo Krag, direktør for Teknik og Miljø, gik.",
        "Borgmesteren, Anna B. Lund, orienterede; kommunaldirektøren Karl Vest lyttede.",
        "direktøren for Børn og Unge Karl Vest, og direktøren for Børn, Karl Vest, deltog.",
        "Direktøren for Havn og Klimaudvalget har svaret.",
        "Borgmesterens Afdeling og borgmesterkontoret indstiller.",
        "Hotellets køkkenchef og souschefen. Bankdirektøren. Projektkonsulenten er ny. Ressortministeren.",
        "Borgmesteren i Ishøj og borgmesteren fra Søby.",
        "Kassereren og formanden gik. Foreningens formand blev.",
        "Borgmestrene mødes, og direktørerne venter.",
    ],
)
def test_no_posts(text: str) -> None:
    assert found(text, OfficeFinding) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kommunaldirektørens notat", "Kommunaldirektøren"),
        ("direktøren for Børn og Kultur", "Direktøren for Børn og Kultur"),
        ("formanden for DH-Nordlev", "Formand for Danske Handicaporganisationer Nordlev"),
        ("udvalgsformanden for Økonomiudvalget", "Formand for Økonomiudvalget"),
        ("Udvalgsnæstformanden takkede.", "Næstformand for Teknik- og Klimaudvalget"),
        ("Udvalgsformanden takkede.", "Formand for Teknik- og Klimaudvalget"),
        ("Lederen af Nordlev Museum", "Lederen af Nordlev Museum"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert [one.name for one in found(text, OfficeFinding)] == [name]


def test_the_chair_of_a_body_that_is_not_known_is_nobody() -> None:
    assert found(plain("[[Udvalgsformanden]] takkede."), OfficeFinding, Context()) == ()
