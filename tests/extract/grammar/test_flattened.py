"""Pages that lost their line breaks: points, numbers and decisions that their words give away, and a warning."""

from __future__ import annotations

from extract.evidence import value_of
from extract.grammar import parse
from tests.extract.grammar.minutes import document_of

FILLER = "Havnen har i mange år været for lille, og bådene ligger i tre rækker. " * 12
PAGE = (
    "Nordlev Kommune Referat Kulturudvalget Mødedato: 12. marts 2024 Mødested: Lokale 2 Afbud: Ingen "
    "Punkt 31: Godkendelse af dagsorden 24/100 Beslutning Godkendt. "
    f"Punkt 32: Ny mole i Søby 24/207 Sagsfremstilling {FILLER} Indstilling Forvaltningen indstiller, at molen bygges. "
    "Beslutning i Kulturudvalget den 12. marts 2024 Udsat til næste møde."
)


def test_points_of_a_page_on_one_line() -> None:
    document = document_of(PAGE)
    (record,) = parse(document)
    assert "lines-lost" in {problem.code for problem in record.problems}
    read = [
        (item.number, item.title.value, value_of(item.case_number), [one.text for one in item.decisions])
        for item in record.items
    ]
    assert read == [
        ("31", "Godkendelse af dagsorden", "24/100", ["Godkendt."]),
        ("32", "Ny mole i Søby", "24/207", ["Udsat til næste møde."]),
    ]
    assert not any(item.lines for item in record.items)  # which words are whose, nobody can say
    for item in record.items:
        at = item.title.evidence
        assert document.text[at.start : at.end] == item.title.value


def test_long_paragraphs_of_ordinary_minutes_are_left_whole() -> None:
    head = "REFERAT Kulturudvalget d. 12-03-2024\n\nPunkt 1: Ny mole"
    text = f"{head}\n\nSagsfremstilling\n\n{FILLER}\n\nBeslutning\n\nGodkendt.\n"
    shorter = "\n\n".join(
        f"Punkt {n}: Sag {n}\n\nBeslutning\n\n" + "Godkendt som indstillet. " * 20 for n in range(2, 9)
    )
    (record,) = parse(document_of(f"{text}\n{shorter}"))
    assert "lines-lost" not in {problem.code for problem in record.problems}


def test_points_of_any_number_on_one_line() -> None:
    numbers = range(9_980, 10_020)
    points = (f"Punkt {number}: Mole 24/{number} Beslutning Godkendt. " for number in numbers)
    (record,) = parse(document_of(f"Nordlev Kommune Referat Kulturudvalget Mødedato: 12. marts 2024 {''.join(points)}"))
    assert [(item.number, item.decisions[0].text) for item in record.items] == [(str(n), "Godkendt.") for n in numbers]
