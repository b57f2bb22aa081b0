"""Plans by their number, and the places that they are for."""

import pytest

from extract.entities.plans import PlanFinding
from tests.extract.entities.marked import expected, found, surfaces


@pytest.mark.parametrize(
    "marked",
    [
        "Forslag til [[Lokalplan 123 for boligområde ved Nørregade]] er sendt i høring.",
        "[[lokalplan nr. 4-12]] og [[kommuneplantillæg 7]] er vedtaget den 12. maj.",
        "[[Lokalplanforslag 4.21]], [[rammelokalplan nr. 2]], [[lokalplan B-12.1]] og [[Byplanvedtægt nr. 32]].",
        "[[lokalplanerne 4.21]], [[4.22]] og [[5.1]] samt [[lokalplan nr. 12]] og nr. [[14]] gælder.",
        "[[tillæg nr. 7 til Kommuneplan 2021-2033]] sendes i høring.",
    ],
)
def test_plans(marked: str) -> None:
    assert surfaces(marked, PlanFinding) == expected(marked)


@pytest.mark.parametrize(
    "text",
    [
        "Der laves en lokalplan for området ved Nørregade. Lokalplanen tillader 25 m.",
        "Byrådet vedtog lokalplan 12. maj 2020 og sendte den i høring.",
        "Forslag til lokalplan 8 uger i høring, lokalplan 12.05.2015.",
        "Lokalplan 2013 er et år.",
        "Kommuneplan 2021-2033 og planstrategien gælder. Kommuneplantillægget mangler.",
    ],
)
def test_no_plans(text: str) -> None:
    assert found(text, PlanFinding) == ()


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Lokalplan 4.21 for et sommerhusområde ved Sletten vedtages.", "et sommerhusområde ved Sletten"),
        ("Lokalplan 4-117 - Boliger ved Mejerivej", "Boliger ved Mejerivej"),
        (
            "Lokalplan 5 for Ny daginstitution ved Søby Strandby og syd for Møllevej",
            "Ny daginstitution ved Søby Strandby og syd for Møllevej",
        ),
        ("Lokalplan 7 for Søby havn giver mulighed for 42 boliger.", "Søby havn"),
        ("Lokalplan 7 for Garverikvarteret muliggør 42 boliger.", "Garverikvarteret"),
        ("'Lokalplan 8 for Tværhøj' gælder.", "Tværhøj"),
        ("Lokalplan 9 for boliger er sendt i høring. Lokalplan 9 - Endelig vedtagelse", None),
        # an address is a household's, and an owner is a citizen
        ("Lokalplan 214 – boliger ved Hestehaven 4", "boliger ved Hestehaven"),
        ("Lokalplan 12 for Søby Vandværk, Nørregade 41 i Søby", "Søby Vandværk"),
        ("Lokalplan 13 for Jens Hansens ejendom", None),
        ("Lokalplan 14 - Anna B. Lund (V) stemte imod.", None),
        ("Høringssvar til lokalplan 12 - Jens Hansen", None),
        ("Lokalplan 12, høringssvar fra Jens Hansen, og lokalplan 12 - Høringssvar fra Jens Hansen", None),
        ("Lokalplan 15, Klimaudvalget den 3. maj", None),
    ],
)
def test_places(text: str, area: str | None) -> None:
    assert {one.area for one in found(text, PlanFinding)} == {area}


def test_a_supplement_has_the_plan_that_it_belongs_to() -> None:
    text = (
        "Tillæg nr. 7 til Kommuneplan 2021 vedtages. Kommuneplantillæg 7 og kommuneplantillæg nr. 8 ligger på nettet."
    )
    assert [one.name for one in found(text, PlanFinding)] == [
        "Kommuneplantillæg 7 til Kommuneplan 2021",
        "Kommuneplantillæg 7 til Kommuneplan 2021",
        "Kommuneplantillæg 8",
    ]
