"""What is the heading of a point, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.extract.grammar.minutes import meeting_of, told

HEAD = "REFERAT Havneudvalget d. 03-03-2025\n\nMødedato: 3. marts 2025\n\n"


def points(text: str) -> list[tuple[str | None, str, str | None, list[str]]]:
    record = meeting_of(HEAD + text)
    return [
        (item.number, item.title.value, told(item.case_number), [one.text for one in item.decisions if one.own])
        for item in record.items
    ]


def test_numbers_before_a_sentence_are_no_points() -> None:
    text = (
        "1 Godkendelse af dagsorden\nSagsnr. 24/7\nBeslutning\nGodkendt.\n\n"
        "2 Ny mole\nSagsnr. 24/8\nSagsfremstilling\n3 personer har klaget.\n4 ud af 5 er glade.\nBeslutning\nUdsat.\n"
    )
    assert points(text) == [
        ("1", "Godkendelse af dagsorden", "24/7", ["Godkendt."]),
        ("2", "Ny mole", "24/8", ["Udsat."]),
    ]


def test_text_that_begins_small_is_no_part_of_its_heading() -> None:
    text = (
        "1. Dagsorden\nSagsnr. 24/1\nBeslutning\ngodkendt.\n\n"
        "2. Leje af sal\nSagsnr. 24/2\nIndstilling\nat salen lejes\nBeslutning\nudsat.\n"
    )
    assert points(text) == [("1", "Dagsorden", "24/1", ["godkendt."]), ("2", "Leje af sal", "24/2", ["udsat."])]


def test_quoted_minutes_decide_nothing_here() -> None:
    text = (
        "Punkt 1: Dagsorden\n\nBeslutning\n\nGodkendt.\n\n"
        "Punkt 2: Ny mole\n\nSagsfremstilling\n\nBrugerrådet skriver:\n\n"
        "Beslutning\n\nGodkendt. Ib Holt (V) stemte imod.\n\n"
        "Indstilling\n\nForvaltningen indstiller, at molen bygges.\n\nBeslutning\n\nUdsat.\n"
    )
    assert [one[3] for one in points(text)] == [["Godkendt."], ["Udsat."]]


def test_a_date_in_the_last_point_does_not_end_it() -> None:
    text = (
        "Punkt 1: Dagsorden\n\nBeslutning\n\nGodkendt.\n\n"
        "Punkt 2: Grundkøb\n\nIndstilling\n\nForvaltningen indstiller, at grunden købes.\n\nSøby, den 3. marts 2025\n\n"
        "Beslutning\n\nGodkendt.\n"
    )
    assert [one[3] for one in points(text)] == [["Godkendt."], ["Godkendt."]]


def test_openness_beside_the_number_is_no_title() -> None:
    text = (
        "Dagsordenspunkt 86                                 Åbent\nDagsorden\n\nBeslutning:\nGodkendt.\n\n"
        "Dagsordenspunkt 87                                 Åbent\nNy mole\nSagsnr. 24/8\n\nBeslutning:\nUdsat.\n"
    )
    assert [one[:3] for one in points(text)] == [("86", "Dagsorden", None), ("87", "Ny mole", "24/8")]


def test_title_under_a_label() -> None:
    text = (
        "Dagsordenspkt. 60\n\nEmne:            Dagsorden\nSagsnr.:         13/1\n\nBeslutning\nGodkendt.\n\n"
        "Dagsordenspkt. 61\n\nEmne:            Ny mole\nSagsnr.:         13/2\n\nBeslutning\nUdsat.\n"
    )
    assert [one[:3] for one in points(text)] == [("60", "Dagsorden", "13/1"), ("61", "Ny mole", "13/2")]


def test_a_number_of_five_digits_is_that_of_a_point_only_after_the_one_before() -> None:
    text = "".join(f"Punkt {number}: Mole\n\nBeslutning\n\nGodkendt.\n\n" for number in (9_998, 9_999, 10_000, 10_001))
    read = [one[0] for one in points(f"{text}Punkt 10540: Mole\n\nBeslutning\n\nUdsat.\n")]
    assert read == ["9998", "9999", "10000", "10001"]


@pytest.mark.parametrize(
    ("closed", "title"),
    [
        ("Punkt 8", "Punkt 8"),
        ("Punkt 8:", "Punkt 8"),
        ("Punkt 8\n\nLukket punkt", "Lukket punkt"),
        ("Punkt 8\n\n24/8\n\nLukket sag", "Lukket sag"),
        ("Punkt 8\n\nPunktet behandles for lukkede døre.", "Punkt 8"),
        ("Punkt 8\n\nSalg af grund\n\nPunktet blev behandlet for lukkede døre.", "Salg af grund"),
    ],
)
def test_a_closed_point_with_its_number_alone(closed: str, title: str) -> None:
    head = "Nordlev Kommune\n\nREFERAT Byrådet d. 12-03-2024\n\nMødedato Tirsdag d. 12. marts 2024 kl. 16:00\n\n"
    items = meeting_of(
        f"{head}Punkt 7: Havnebad\n\n24/7\n\nBeslutning\n\nGodkendt.\n\n{closed}\n\nPunkt 9: Bro\n\n24/9\n\nBeslutning\n\nUdsat."  # noqa: E501
    ).items
    assert [(item.number, item.title.value) for item in items] == [("7", "Havnebad"), ("8", title), ("9", "Bro")]
    assert items[1].decisions == ()
    assert items[1].closed is ("ukke" in closed)


def test_a_point_that_a_text_names_is_none() -> None:
    head = "Nordlev Kommune\n\nREFERAT Byrådet d. 12-03-2024\n\nMødedato Tirsdag d. 12. marts 2024 kl. 16:00\n\n"
    items = meeting_of(
        f"{head}Punkt 7: Havnebad\n\n24/7\n\nSagsfremstilling\n\nPunkt 8\n\nBadet bygges.\n\nBeslutning\n\nGodkendt.\n\n"  # noqa: E501
        "Punkt 9: Bro\n\n24/9\n\nBeslutning\n\nUdsat."
    ).items
    assert "7" in [item.number for item in items]
    assert items[0].title.value == "Havnebad"


def test_a_closed_point_without_title_at_the_end() -> None:
    read = points(
        "Punkt 7: Havnebad\n\n24/7\n\nBeslutning\n\nGodkendt.\n\nPunkt 8: Bro\n\n24/8\n\nBeslutning\n\nUdsat.\n\nPunkt 9\n\nLukket punkt"  # noqa: E501
    )  # noqa: E501, RUF100
    assert [one[:2] for one in read] == [("7", "Havnebad"), ("8", "Bro"), ("9", "Lukket punkt")]


LISTS = {
    "attachments behind their label": "Bilag: 1. Forslag\nBilag: 2. Rapport\nBilag: 3. Kort",
    "questions behind their label": "Spørgsmål: 1. Hvad koster molen\nSpørgsmål: 2. Hvem betaler",
    "places that are called points": "Knudepunkt 1 Broen\n\nKnudepunkt 2 Stranden\n\nKnudepunkt 3 Nordhavnen",
    "parts of a matter": "Delsag 1: Kajen\n\nDelsag 2: Kælderen",
    "topics of a day": "Emne 1: Boliger til unge\n\nEmne 2: Boliger til ældre",
    "references to other points": "Omlægning af vejen (sag 1)\n\nServicetjek af havnen (sag 2)",
    "questions in brackets": "(1) Skal molen ændres\n\n(2) Skal molen i høring",
    "proposals with a sign": "#1 Flere boliger\n\n#2 Færre biler",
    "stages with their years": "2 2023-2024 Etape to\n\n3 2024-2025 Etape tre",
}


@pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("heading", ["{n} {t}", "{n}. {t}", "Punkt {n}: {t}", "Sag {n}: {t}", "{t}"])
def test_lists_in_a_text_are_no_points(heading: str, listed: str) -> None:
    matters = [("1", "Ny mole", "Godkendt."), ("2", "Tilskud til havnebad", "Udsat.")]
    account = f"Sagsfremstilling\n\nDet gælder\n\n{listed}\n\nBeslutning\n\n"
    text = "".join(
        f"{heading.format(n=number, t=title)}\n\n{account}{decided}\n\n" for number, title, decided in matters
    )
    found = [(number or "", title, decided) for number, title, _, decided in points(text)]
    assert found == [(number if "{n}" in heading else "", title, [decided]) for number, title, decided in matters]


def test_a_title_of_several_parts_is_no_path_of_a_page() -> None:
    text = "Punkt 1: Skole / SFO / klub\n\nBeslutning\n\nModel A / model B / model C vælges.\n"
    assert points(text) == [("1", "Skole / SFO / klub", None, ["Model A / model B / model C vælges."])]


@pytest.mark.parametrize(
    ("mark", "closed"),
    [
        ("Lukket punkt", True),
        ("Lukket punkt: Nej", False),
        ("Åben sag: Nej", True),
        ("Åben sag: Ja", False),
        ("Ikke-offentligt punkt", True),
        ("Ikke offentligt punkt: Nej", False),
        ("Sagsnr. 24/7 · Lukket", True),
        ("Lukket | 24/7", True),
        ("24/7 - åben", False),
    ],
)
def test_lines_that_say_whether_a_point_is_open(mark: str, closed: bool) -> None:
    (item,) = meeting_of(f"{HEAD}Punkt 1: Ny mole\n\n{mark}\n\nBeslutning\n\nGodkendt.").items
    assert item.closed is closed
