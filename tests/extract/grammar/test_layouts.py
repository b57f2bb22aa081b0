"""Whole minutes of invented municipalities in layouts that differ: what is read of each is written beside it."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path

import pytest

from extract.document import Document
from extract.evidence import Stated, Unknown, value_of
from extract.grammar import parse
from extract.reading import read
from extract.records import DocumentKind, ItemKind, MeetingRecord
from tests.extract.grammar.minutes import document_of, meeting_of, told

Point = tuple[str | None, str, str | None]


def points(record: MeetingRecord) -> list[Point]:
    return [(item.number, item.title.value, told(item.case_number)) for item in record.items]


def decisions(record: MeetingRecord) -> list[list[tuple[str, str, bool, str]]]:
    return [[(one.body.name, str(one.date), one.own, one.text) for one in item.decisions] for item in record.items]


PLAIN = """
    REFERAT Havne- og Kulturudvalget (2022-2025) d. 08-02-2024

    Mødedato Torsdag d. 8. februar 2024 kl. 15:30
    Mødested Lokale 2
    Mødedeltagere Anna Berg, Bo Dahl

    Indholdsfortegnelse

    Godkendelse af dagsorden.....	3
    Nyt havnebad.....	4

    Punkt 31: Godkendelse af dagsorden

    24/1

    Indstilling

    Direktøren for Havn indstiller, at

    - dagsordenen godkendes.

    Procedure

    Havne- og Kulturudvalget 8. februar 2024.

    Beslutning i Havne- og Kulturudvalget den 08-02-2024

    Godkendt.

    Punkt 32: Nyt havnebad

    24/2

    Sagsresume

    Nordlev Kommune bygger et havnebad. Bilaget viser hvor.

    Sagsfremstilling

    Badet bygges ved molen i Nordlev Kommune.

    Bilag

    Bilag 1 i rapporten viser badet fra nord. Bilag 2 viser det fra syd.

    Afsluttende bemærkninger

    Det bliver et godt bad for hele byen, siger forvaltningen.

    Procedure

    - Økonomiudvalget 1. februar 2024
    - Havne- og Kulturudvalget 8. februar 2024

    Beslutning i Økonomiudvalget den 01-02-2024

    Anbefales.

    Beslutning i Havne- og Kulturudvalget den 08-02-2024

    Udsættes.

    Bilag

    Kort over badet
"""


def test_points_named_by_word_with_decisions_of_two_bodies() -> None:
    record = meeting_of(PLAIN)
    assert record.kind is DocumentKind.MINUTES
    assert (value_of(record.date), value_of(record.start_time)) == (date(2024, 2, 8), time(15, 30))
    assert (told(record.municipality), told(record.place), told(record.term)) == (
        "Nordlev Kommune",
        "Lokale 2",
        "2022-2025",
    )
    assert points(record) == [("31", "Godkendelse af dagsorden", "24/1"), ("32", "Nyt havnebad", "24/2")]
    assert decisions(record)[1] == [
        ("Økonomiudvalget", "2024-02-01", False, "Anbefales."),
        ("Havne- og Kulturudvalget", "2024-02-08", True, "Udsættes."),
    ]
    bath = record.items[1]
    assert [section.name for section in bath.sections] == [
        "Sagsresume", "Sagsfremstilling", "Procedure", "Beslutning", "Beslutning", "Bilag",
    ]  # fmt: skip
    assert [attachment.title for attachment in bath.attachments] == ["Kort over badet"]
    assert [(step.body.name, str(step.date)) for step in bath.procedure] == [
        ("Økonomiudvalget", "2024-02-01"),
        ("Havne- og Kulturudvalget", "2024-02-08"),
    ]
    assert [entry.title for entry in record.contents] == ["Godkendelse af dagsorden", "Nyt havnebad"]


def test_every_fact_stands_where_its_evidence_says() -> None:
    document = document_of(PLAIN)
    (record,) = parse(document)
    for item in record.items:
        facts = [item.title.evidence, item.evidence, *(one.evidence for one in item.sections)]
        facts += [one.evidence for one in (*item.recommendations, *item.procedure, *item.attachments, *item.decisions)]
        facts += [evidence for decision in item.decisions for evidence in decision.text_evidence]
        for evidence in facts:
            assert evidence.quote == document.text[evidence.start : evidence.end][:200]
            assert document.line_starts[evidence.line - 1] <= evidence.start
    assert isinstance(record.date, Stated)
    assert record.date.evidence.quote == "d. 8. februar 2024"


def test_council_style_numbers_decision_first_and_closed_points() -> None:
    record = meeting_of(
        """
        Søby Kommune

        Byrådet

        Referat fra ordinært møde

        Mødedato: 26-10-2021
        Mødetidspunkt: kl. 18.30
        Sted: Byrådssalen
        Medlemmer: Anna Berg (A), borgmester, Bo Dahl (V), Carl Egø (C)
        Fraværende: Carl Egø (C)

        32. Godkendelse af dagsorden (Å)
        33. Tilskud til spejdere (Å)
        34. Salg af grund (L)

        32. Godkendelse af dagsorden (Å)

        Sagsnr.: 21-014420

        Beslutning
        Godkendt.

        33. Tilskud til spejdere (Å)

        Sagsnr.: 21-009133

        Beslutning
        1. Godkendt.
        2. Udsat, idet der ønskes flere oplysninger.

        Baggrund
        Spejderne har søgt om:
        1. nye telte
        2. en båd

        Indstilling
        Center for Kultur indstiller,
        1. at der gives 10.000 kr.
        2. at båden drøftes.

        34. Salg af grund (L)

        Sagsnr.: 21-013005

        Lukket punkt

        Beslutning ikke frigivet
        """
    )
    assert (told(record.municipality), value_of(record.date)) == ("Søby Kommune", date(2021, 10, 26))
    assert points(record) == [
        ("32", "Godkendelse af dagsorden (Å)", "21-014420"),
        ("33", "Tilskud til spejdere (Å)", "21-009133"),
        ("34", "Salg af grund (L)", "21-013005"),
    ]
    assert decisions(record)[1] == [
        ("Byrådet", "2021-10-26", True, "1. Godkendt.\n2. Udsat, idet der ønskes flere oplysninger.")
    ]
    assert [item.kind for item in record.items] == [ItemKind.AGENDA_APPROVAL, ItemKind.DECISION, ItemKind.CLOSED]
    assert [item.closed for item in record.items] == [False, False, True]
    assert [(one.name, str(one.status), one.rank) for one in record.attendees] == [
        ("Anna Berg", "present", "borgmester"),
        ("Bo Dahl", "present", None),
        ("Carl Egø", "absent", None),
    ]
    assert told(record.term) == "2018-2021"
    assert isinstance(record.term, Stated)
    assert record.term.evidence.rule == "header.term.inferred"


def test_the_style_of_2006() -> None:
    record = meeting_of(
        """
        Søby Kommune

        Teknisk Udvalg

        BESLUTNINGSPROTOKOL

        Mødedato:      Tirsdag den 14. marts 2006
        Mødetidspunkt: kl. 16.30
        Mødested:      Rådhuset

        Sag nr. 162    Ny bro over åen
        J.nr. 26/2006

        Resumé: Broen er gammel.

        Indstilling: Teknisk Forvaltning indstiller, at broen bygges.

        Beslutning: Anbefales. Bo Dahl (V) stemte imod.

        Sag nr. 163    Vejnavne
        J.nr. 31/2006

        Resumé: Vejene mangler navne.

        Beslutning: Godkendt.

        Søby, den 14. marts 2006

        Anna Berg      Bo Dahl
        """
    )
    assert told(record.place) == "Rådhuset"
    assert points(record) == [("162", "Ny bro over åen", "26/2006"), ("163", "Vejnavne", "31/2006")]
    assert decisions(record) == [
        [("Teknisk Udvalg", "2006-03-14", True, "Anbefales. Bo Dahl (V) stemte imod.")],
        [("Teknisk Udvalg", "2006-03-14", True, "Godkendt.")],
    ]
    assert told(record.items[0].proposer) == "Teknisk Forvaltning"
    assert len(record.items[0].decisions[0].votes) == 1


def test_titles_over_their_numbers_with_quoted_decisions() -> None:
    record = meeting_of(
        """
        Byrådet
        26-05-2015 kl. 18.30
        Byrådssalen, Torvet 4

        Godkendelse af dagsorden
        Sag nr. 161

        Beslutning

        Godkendt.

        Til top

        Renovering af hallen
        Sag nr. 162

        Beslutningskompetence: Byrådet
        Sagsnr. 15/21731

        Sagens kerne

        Hallen er utæt.

        Havneudvalget, 5. maj 2015, pkt. 41:

        Anbefales over for Byrådet.

        Beslutning fra Økonomiudvalget, 12. maj 2015, pkt. 56:

        Indstilles godkendt.

        Beslutning

        Godkendt.

        Til top
        """
    )
    assert (value_of(record.start_time), told(record.place)) == (time(18, 30), "Byrådssalen, Torvet 4")
    assert points(record) == [("161", "Godkendelse af dagsorden", None), ("162", "Renovering af hallen", "15/21731")]
    assert decisions(record)[1] == [
        ("Havneudvalget", "2015-05-05", False, "Anbefales over for Byrådet."),
        ("Økonomiudvalget", "2015-05-12", False, "Indstilles godkendt."),
        ("Byrådet", "2015-05-26", True, "Godkendt."),
    ]
    assert [one.item_number for one in record.items[1].decisions] == ["41", "56", None]
    assert [section.name for section in record.items[1].sections] == ["Sagens kerne", *["Beslutning"] * 3]


def test_case_numbers_over_the_headings_and_marks_before_titles() -> None:
    record = meeting_of(
        """
        Referat til mødet i Udvalget for Kultur og Natur den 22. oktober 2025 kl. 16:00

        85.02.02-G01-5-25

        1 (Åben) Godkendelse af dagsorden

        Sagens udfald

        Godkendt.

        20.01.00-P20-3-25

        2 (Åben) Tilskud til kor

        Forventet sagsgang

        Udvalget for Kultur og Natur 22. oktober 2025, Byrådet 11. november 2025

        Sagens udfald

        Anbefales.

        20.05.00-Ø54-1-25

        3 (Lukket) Valg af leverandør
        """
    )
    assert points(record) == [
        ("1", "(Åben) Godkendelse af dagsorden", "85.02.02-G01-5-25"),
        ("2", "(Åben) Tilskud til kor", "20.01.00-P20-3-25"),
        ("3", "(Lukket) Valg af leverandør", "20.05.00-Ø54-1-25"),
    ]
    assert [item.title_canonical for item in record.items] == [
        "Godkendelse af dagsorden",
        "Tilskud til kor",
        "Valg af leverandør",
    ]
    assert [item.closed for item in record.items] == [False, False, True]
    assert [(step.body.name, str(step.date)) for step in record.items[1].procedure] == [
        ("Udvalget for Kultur og Natur", "2025-10-22"),
        ("Byrådet", "2025-11-11"),
    ]
    assert [section.name for section in record.items[1].sections] == ["Forventet sagsgang", "Sagens udfald"]


def test_titles_alone_over_their_case_numbers() -> None:
    record = meeting_of(
        """
        Beslutningsprotokol
        onsdag den 6. november 2019 kl. 08:30

        Udvalg: Plan- og Havneudvalget

        210. Godkendelse af dagsorden
        211. Udbud af asfalt

        Godkendelse af dagsorden
        Sagsid.: 18/36044, Sagsinitialer: BK

        Beslutning Plan- og Havneudvalget den 06-11-2019
        Godkendt.

        Udbud af asfalt
        Sagsid.: 19/41207, Sagsinitialer: MT

        Sagsfremstilling
        Vejene har huller.

        Beslutning Plan- og Havneudvalget den 06-11-2019
        Udsættes.
        """
    )
    assert points(record) == [("210", "Godkendelse af dagsorden", "18/36044"), ("211", "Udbud af asfalt", "19/41207")]
    assert decisions(record)[1] == [("Plan- og Havneudvalget", "2019-11-06", True, "Udsættes.")]


def test_labels_in_a_column_of_their_own() -> None:
    record = meeting_of(
        """
        Nordlev Kommune
        Miljø- og Havneudvalget

        Dato            Mandag den 8. april 2024
        Tid             kl. 14.00-16.15
        Sted            Havnekontoret

        32 Godkendelse af dagsorden (B)

        Sagsnr          24/1022
        Beslutning      Godkendt.

        33 Oprensning af havnen (B)

        Sagsnr          24/0877
        Resumé          Havnen er sandet til.
        Indstilling     Teknik og Havn indstiller,
                        at havnen renses.
        Beslutning      Anbefales.
        Bilag           Kort over havnen
        """
    )
    assert (told(record.place), value_of(record.start_time)) == ("Havnekontoret", time(14))
    assert points(record) == [
        ("32", "Godkendelse af dagsorden (B)", "24/1022"),
        ("33", "Oprensning af havnen (B)", "24/0877"),
    ]
    assert [recommendation.text for recommendation in record.items[1].recommendations] == ["at havnen renses."]
    assert [attachment.title for attachment in record.items[1].attachments] == ["Kort over havnen"]


def agenda_of(tmp_path: Path, *items: dict[str, object]) -> Document:
    agenda = {
        "Udvalg": {"Navn": "Økonomiudvalget"},
        "Moede": {
            "Navn": "Dagsorden",
            "Dato": "2022-04-04T19:00:00+02:00",
            "Sted": "Byrådssalen",
            "Moededeltagere": [{"Name": "Anna Berg", "Absent": False}, {"Name": "Bo Dahl", "Absent": True}],
        },
        "Dagsordenpunkter": [{"Number": str(number), **item} for number, item in enumerate(items, 1)],
    }
    path = tmp_path / "agenda.json"
    path.write_text(json.dumps(agenda), "utf-8")
    return read(path, municipality="Søby Kommune")


def html(text: str) -> list[dict[str, str]]:
    return [{"Html": f"<div>{text}</div>"}]


def test_agenda_json_with_history(tmp_path: Path) -> None:
    history = "<h3>Sagens forløb</h3><p>28-03-2022 Havneudvalget 2022</p><p>Anbefales.</p><p>Fraværende: Ole Lund</p>"
    later = "<p>02-05-2022 Byråd 2022-2025</p><p>Beslutning ikke frigivet</p>"
    quoted = "<p>04-04-2022 Økonomiudvalget</p><p>Økonomiudvalgets beslutning:</p><p>Udsat.</p>"
    document = agenda_of(
        tmp_path,
        {
            "Navn": "Nyt bad",
            "SagsNummer": "22-000017",
            "Felter": html(f"<h3>Beslutning</h3><p>Udsat.</p><h3>Resume</h3><p>Bad.</p>{history}{quoted}{later}"),
            "Bilag": [{"Navn": "Kort"}],
            "ExternalAgendaItemAttendees": [{"Name": "Bo Dahl"}],
        },
        {
            "Navn": "Lukket: Salg",
            "SagsNummer": "22-000018",
            "Felter": html("<p>Godkendt.</p><p>Ikke til stede: Bo Dahl</p>"),
        },
    )
    (record,) = parse(document)
    assert (told(record.municipality), told(record.place), value_of(record.date)) == (
        "Søby Kommune",
        "Byrådssalen",
        date(2022, 4, 4),
    )
    assert points(record) == [("1", "Nyt bad", "22-000017"), ("2", "Lukket: Salg", "22-000018")]
    assert decisions(record) == [
        [
            ("Økonomiudvalget", "2022-04-04", True, "Udsat."),
            ("Havneudvalget", "2022-03-28", False, "Anbefales."),
            ("Byrådet", "2022-05-02", False, ""),
        ],
        [("Økonomiudvalget", "2022-04-04", True, "Godkendt.")],
    ]
    assert [one.released for one in record.items[0].decisions] == [True, True, False]
    assert [[one.name for one in item.absences] for item in record.items] == [["Bo Dahl"], ["Bo Dahl"]]
    assert [attachment.title for attachment in record.items[0].attachments] == ["Kort"]
    assert record.items[1].decisions[0].evidence.confidence < 1
    assert record.items[0].decisions[0].text_evidence[0].pointer == "/Dagsordenpunkter/0/Felter/0/Html"


def test_a_page_of_questions_keeps_its_point(tmp_path: Path) -> None:
    (record,) = parse(agenda_of(tmp_path, {"Navn": "Spørgsmål og svar", "Felter": html("")}))
    assert (record.kind, points(record)) == (DocumentKind.OTHER, [("1", "Spørgsmål og svar", None)])


def test_an_agenda_has_no_decision_and_nobody_present() -> None:
    record = meeting_of(
        """
        Dagsorden

        Havneudvalget

        Mødedato: 17. november 2021
        Medlemmer: Anna Berg (A), Bo Dahl (V)

        Punkt 1: Godkendelse af dagsorden

        Indstilling

        Formanden indstiller, at dagsordenen godkendes.

        Punkt 2: Nyt bad

        Sagsforløb

        Havneudvalget 17. november 2021
        Byrådet 30. november 2021

        Indstilling

        Forvaltningen indstiller, at badet bygges.
        """
    )
    assert (record.kind, record.attendees) == (DocumentKind.AGENDA, ())
    assert [step.body.name for step in record.items[1].procedure] == ["Havneudvalget", "Byrådet"]


def test_notices_stand_by_themselves() -> None:
    record = meeting_of(
        """
        REFERAT Havneudvalget d. 08-02-2024

        Punkt 1: Gensidig orientering

        24/1

        Sagsresume

        - Broen er malet.
          - Den er blå.
        - Havnefesten er den 3. maj.

        Beslutning

        Taget til efterretning.

        Punkt 2: Eventuelt

        24/1

        Beslutning

        Intet.
        """
    )
    assert [item.kind for item in record.items] == [ItemKind.NOTICES, ItemKind.ANY_OTHER_BUSINESS]
    assert [notice.text for notice in record.items[0].notices] == [
        "Broen er malet.\nDen er blå.",
        "Havnefesten er den 3. maj.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Havnen er smuk i aften, skrev avisen den 3. maj 2024. Byrådet er glad.",
        "1. Hvad er en sag?\n\nEn sag har en beslutning.\n\nBeslutning\n\nGodkendt.",
        "",
        "Bekendtgørelse\n\n§ 1. Loven gælder.\n\n§ 2. Loven træder i kraft.",
    ],
)
def test_what_is_no_minutes_keeps_its_text(text: str) -> None:
    record = meeting_of(text)
    assert (record.kind, record.items, record.text) == (DocumentKind.OTHER, (), text)
    assert [problem.code for problem in record.problems] == ["layout-unknown"]
    assert isinstance(record.date, Unknown)
    assert isinstance(record.municipality, Unknown)


def test_one_file_of_two_meetings() -> None:
    one = "REFERAT Havneudvalget d. {day}\n\nMødedato d. {day} kl. 16:00\n\nMødested Lokale 2\n\nPunkt 1: Bad\n\n24/1\n\nBeslutning\n\nGodkendt.\n\n"  # noqa: E501
    first, second = parse(document_of(one.format(day="08-02-2024") + one.format(day="14-03-2024")))
    assert [value_of(record.date) for record in (first, second)] == [date(2024, 2, 8), date(2024, 3, 14)]
    assert [(record.ordinal, len(record.items)) for record in (first, second)] == [(1, 1), (2, 1)]
    assert first.items[0].last_line < second.items[0].first_line


def test_the_text_decides_which_spelling_of_a_title_is_odd() -> None:
    record = meeting_of(
        """
        REFERAT Havneudvalget d. 08-02-2024

        Indholdsfortegnelse

        Havnefogedens beretning.....	3
        Evaluerings af mødet.....	4

        Punkt 1: Havnefoegdens beretning

        24/1

        Sagsresume

        Havnefogedens beretning drøftes. Havnefogedens råd følges.

        Beslutning

        Drøftet.

        Punkt 2: Evaluering af mødet

        24/1

        Beslutning

        Intet.
        """
    )
    assert [item.title_canonical for item in record.items] == ["Havnefogedens beretning", None]


UNLABELLED = "{title}\n\n1. Godkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n\n2. {what}\n\n24/100\n\nSagsfremstilling\n\nBaggrunden.\n\nBeslutning\n\nUdsat.\n\n"  # noqa: E501


@pytest.mark.parametrize(
    "title", ["Referat af Havneudvalgets møde den {day}", "REFERAT\n\nHavneudvalget\n\nTirsdag den {day}, kl. 16.00"]
)
def test_one_file_of_two_meetings_without_labels(title: str) -> None:
    days = ("8. februar 2024", "14. marts 2024")
    text = "".join(UNLABELLED.format(title=title.format(day=day), what=f"Bad {day[0]}") for day in days)
    first, second = parse(document_of(text))
    assert [value_of(record.date) for record in (first, second)] == [date(2024, 2, 8), date(2024, 3, 14)]
    titles = [[item.title.value for item in record.items] for record in (first, second)]
    assert titles == [["Godkendelse af dagsorden", "Bad 8"], ["Godkendelse af dagsorden", "Bad 1"]]


def test_the_minutes_of_another_body_among_the_attachments_are_no_meeting() -> None:
    text = UNLABELLED.format(title="Referat af Havneudvalgets møde den 8. februar 2024", what="Bad")
    for listed in (
        "Bilag\n\nReferat fra Ældrerådet den 3. januar 2024\n\n3. Eventuelt\n\nBeslutning\n\nIntet.",
        "Bilag\n\nReferat fra Ældrerådet den 3. januar 2024\n\n1. Notat",
        "Referat af Havneudvalgets møde den 8. februar 2024\n\n1. del af bilaget",
    ):
        assert len(parse(document_of(f"{text}{listed}"))) == 1
