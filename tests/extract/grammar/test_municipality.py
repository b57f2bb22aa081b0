import pytest

from extract.evidence import Stated
from extract.grammar import parse
from tests.extract.grammar.minutes import document_of, told

POINT = "Punkt 1: Bad\n\n24/1\n\nSagsresume\n\n{text}\n\nBeslutning\n\nGodkendt."


@pytest.mark.parametrize(
    ("head", "text", "source_url", "given", "municipality", "rule"),
    [
        ("Havneudvalget", "Bad.", None, "Søby Kommune", "Søby Kommune", "given"),
        ("Søby Kommune\n\nHavneudvalget", "Ishøj Kommune bader.", None, None, "Søby Kommune", "municipality"),
        ("Havneudvalget", "Bad.", "https://dagsordener.ishoej.dk/a", None, "Ishøj Kommune", "host"),
        ("Havneudvalget", "Bad.", "https://www.hoeje-taastrup.dk/", None, "Høje-Taastrup Kommune", "host"),
        ("Havneudvalget", "Københavns Kommune og Københavns Kommunes bade.", None, None, "Københavns Kommune", "text"),
        ("Havneudvalget", "Nordlev Kommunes bad ligner Søby Kommune. Nordlev Kommune ejer det.", None, None, "Nordlev Kommune", "text"),  # noqa: E501
        ("Havneudvalget", "Faxe Kommune, Køge Kommune og Ishøj Kommune.", None, None, None, None),
        ("Havneudvalget", "Bad.", None, None, None, None),
    ],
)  # fmt: skip
def test_by_the_surest_sign(
    head: str, text: str, source_url: str | None, given: str | None, municipality: str | None, rule: str | None
) -> None:
    (record,) = parse(document_of(f"{head}\n\n{POINT.format(text=text)}", municipality=given, source_url=source_url))
    assert told(record.municipality) == municipality
    if isinstance(record.municipality, Stated):
        assert record.municipality.evidence.rule.endswith(str(rule))
