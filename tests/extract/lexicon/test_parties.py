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
