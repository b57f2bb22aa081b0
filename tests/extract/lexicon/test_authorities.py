import pytest

from extract.lexicon.authorities import authorities, authority_named, authority_of_host


def test_all_of_them() -> None:
    kinds = [authority.kind for authority in authorities()]
    assert (kinds.count("municipality"), kinds.count("region")) == (98, 5)
    assert len({authority.name for authority in authorities()}) == 103


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Faxe Kommune", "Faxe"),
        ("faxe kommunes", "Faxe"),
        ("Københavns Kommune", "København"),
        ("Århus Kommune", "Aarhus"),
    ],
)
def test_by_name(name: str, place: str) -> None:
    authority = authority_named(name)
    assert authority is not None
    assert authority.place == place


def test_invented_ones_are_unknown() -> None:
    assert authority_named("Nordlev Kommune") is None


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://dagsordener.faxe.dk/vis", "Faxe Kommune"),
        ("www.ringkoebing-skjern.dk", "Ringkøbing-Skjern Kommune"),
        ("https://regionsyddanmark.dk", "Region Syddanmark"),
        ("https://faxe.example.org/", "Faxe Kommune"),
        ("https://eksempel.dk/faxe", None),
    ],
)
def test_by_host(url: str, name: str | None) -> None:
    authority = authority_of_host(url)
    assert (authority.name if authority else None) == name
