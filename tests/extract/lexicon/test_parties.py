import pytest

from extract.lexicon.parties import party_named


@pytest.mark.parametrize(
    ("surface", "year", "name"),
    [
        ("A", 2024, "Socialdemokratiet"),
        ("DF", 2024, "Dansk Folkeparti"),
        ("DD", 2026, "Danmarksdemokraterne"),
        ("SF", None, "Socialistisk Folkeparti"),
        ("D", 2006, "Centrum-Demokraterne"),
        ("D", 2022, "Nye Borgerlige"),
        ("M", 2010, None),
        ("M", 2023, "Moderaterne"),
        ("Venstre", None, "Venstre"),
        ("De Konservative", None, "Det Konservative Folkeparti"),
        ("UP", 2022, None),
        ("L", 2022, None),
    ],
)
def test_letters_and_names(surface: str, year: int | None, name: str | None) -> None:
    assert party_named(surface, year) == name


@pytest.mark.parametrize(
    ("letters", "year", "name"),
    [
        ("D", 2005, "Centrum-Demokraterne"),
        ("D", 2014, None),  # of no national party: a local list's
        ("D", 2022, "Nye Borgerlige"),
        ("M", 2012, None),
        ("M", 2023, "Moderaterne"),
        ("Q", 2002, "Kristeligt Folkeparti"),
        ("Q", 2010, None),
        ("K", 2002, None),
        ("K", 2010, "Kristendemokraterne"),
        ("Y", 2007, "Ny Alliance"),
        ("Y", 2020, None),
        ("I", 2006, None),
        ("I", 2013, "Liberal Alliance"),
        ("Z", 2004, "Fremskridtspartiet"),
        ("Z", 2020, None),
        ("P", 2021, None),
        ("C", 1990, "Det Konservative Folkeparti"),
        ("Æ", 2024, "Danmarksdemokraterne"),
        ("Å", 2010, None),
        ("Å", 2018, "Alternativet"),
        ("F", 2003, "Socialistisk Folkeparti"),
        ("Ø", 2003, "Enhedslisten"),
        ("L", 2018, None),
        ("T", 2018, None),
    ],
)
def test_a_letter_belongs_to_its_owner_of_the_year(letters: str, year: int, name: str | None) -> None:
    assert party_named(letters, year) == name
