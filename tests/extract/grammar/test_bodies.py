import pytest

from extract.grammar.bodies import find_bodies, read_body


@pytest.mark.parametrize(
    ("printed", "name", "term"),
    [
        ("Beskæftigelse- og Havneudvalget", "Beskæftigelses- og Havneudvalget", None),
        ("Beskæftigelses og Havneudvalget", "Beskæftigelses- og Havneudvalget", None),
        ("Beskæftigelse- Og Havneudvalget (2022-2025)", "Beskæftigelses- og Havneudvalget", "2022-2025"),
        ("Sundhed og Seniorudvalget", "Sundheds- og Seniorudvalget", None),
        ("Børn og Ungeudvalget", "Børn- og Ungeudvalget", None),
        ("Teknik- & Klimaudvalget", "Teknik- og Klimaudvalget", None),
        ("Natur-, Teknik og Havneudvalget", "Natur-, Teknik- og Havneudvalget", None),
        ("Havne-og Fritidsudvalget", "Havne- og Fritidsudvalget", None),
        ("Social-, Havne-, og Fritidsudvalget", "Social-, Havne- og Fritidsudvalget", None),
        ("Klima, - Havne- og Fritidsudvalget", "Klima-, Havne- og Fritidsudvalget", None),
        ("Klima- Havne- og Fritids-udvalget", "Klima-, Havne- og Fritidsudvalget", None),
        ("Klima-Havne- og fritidsudvalget", "Klima-, Havne- og Fritidsudvalget", None),
        ("Havne- og Erhvervssudvalget", "Havne- og Erhvervsudvalget", None),
        ("Byråd 2018-21", "Byrådet", "2018-2021"),
        ("Økonomiudvalget 2022", "Økonomiudvalget", None),
        ("Udvalget for Børn og Unge", "Udvalget for Børn og Unge", None),
        ("Teknisk Udvalg", "Teknisk Udvalg", None),
        ("Det Lokale Beskæftigelsesråd", "Det Lokale Beskæftigelsesråd", None),
    ],
)
def test_one_spelling_by_rule(printed: str, name: str, term: str | None) -> None:
    body = read_body(printed)
    assert (body.name, body.term, body.surface) == (name, term, printed)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kultur- og Fritidsudvalget og Økonomiudvalget", ["Kultur- og Fritidsudvalget", "Økonomiudvalget"]),
        ("I Havne-og Fritidsudvalget", ["Havne- og Fritidsudvalget"]),
        ("Social-, Havne-, og Fritidsudvalget", ["Social-, Havne- og Fritidsudvalget"]),
        ("Klima, - Havne- og Fritidsudvalget", ["Klima-, Havne- og Fritidsudvalget"]),
        ("Havne-, Økonomiudvalget", []),
        ("Social-, Havne, og Fritidsudvalget", []),
        ("Venstre, og Økonomiudvalget", ["Økonomiudvalget"]),
        ("Byrådet, Økonomiudvalget", ["Byrådet", "Økonomiudvalget"]),
        ("I Havneudvalgets møde bad udvalget om mere", ["Havneudvalget"]),
        ("udvalget, fagudvalgene og Fagudvalget", []),
        ("???ftigelses- og Havneudvalget", []),  # the rest of a name is none
    ],
)
def test_bodies_in_text(text: str, names: list[str]) -> None:
    assert [found.body.name for found in find_bodies(text)] == names
