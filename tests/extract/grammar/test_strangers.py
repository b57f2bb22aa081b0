"""What is no minutes of a Danish body is known by its content, with the reason; minutes that quote it stay minutes."""

from __future__ import annotations

import pytest

from extract.grammar import parse
from extract.records import DocumentKind, MeetingRecord
from tests.extract.grammar.minutes import document_of

NORWEGIAN = """
    Møteprotokoll

    Utvalg: Formannskapet
    Møtedato: 12.03.2024

    PS 12/24 Godkjenning av protokoll

    Rådmannens innstilling

    Protokollen fra møtet godkjennes. Saken ble lagt frem etter møtet og noen av medlemmene ba om ordet mellom sakene.

    Vedtak

    Innstillingen ble vedtatt etter votering. Det ble noe debatt, men bare noen av forslagene ble tatt opp nå.
"""
SWEDISH = """
    Sammanträdesprotokoll

    Kommunstyrelsen 2024-03-12

    § 12 Ny skola

    Beslut

    Kommunstyrelsen beslutar att skolan ska byggas och att ärendet inte ska skickas till nämnden.

    Ärendet

    Förvaltningen är klar och ska enligt beslut från nämnden inte göra något som är för dyrt för kommunen.
"""
JUDGEMENT = """
    DOM

    afsagt den 12. marts 2024

    Sag nr. 14

    Sagsøger: Anna Berg
    Sagsøgte: Nordlev Kommune

    Parternes påstande

    Sagsøger har nedlagt påstand om betaling.

    Thi kendes for ret:

    Sagens omkostninger betales af sagsøgte.
"""
PENAL = """
    DOM

    afsagt den 12. marts 2024

    Sag nr. 14

    Anklagemyndigheden mod Anna Berg

    Tiltalte har erkendt.

    Sagens omkostninger betales af statskassen.
"""
DEBATE = """
    Folketinget

    1. Forespørgsel nr. F 14 om havne

    Beslutning

    Vedtaget.

    Ordføreren takkede.
"""
NEWS = """
    Nyhed

    1. Byrådet siger ja

    Af Anna Berg

    Beslutning

    Havnen udvides.

    Foto: Bo Dahl
"""
RULES = """
    Forretningsorden for Nordlev Byråd

    1. Møder

    § 1. Byrådets møder er offentlige.

    § 2. Borgmesteren leder møderne.

    Beslutning

    § 3. Beslutning træffes ved stemmeflertal.

    § 4. Afstemning sker ved håndsoprækning.

    2. Udvalg

    § 5. Udvalgene indstiller til byrådet.
"""


def read(text: str) -> MeetingRecord:
    (record,) = parse(document_of(text))
    return record


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (NORWEGIAN, "Norwegian text"),
        (SWEDISH, "Swedish text"),
        (JUDGEMENT, "a judgement"),
        (PENAL, "a judgement"),
        (DEBATE, "the Folketing"),
        (NEWS, "a piece of news"),
        (RULES, "a book of rules"),
    ],
)
def test_stranger_is_no_meeting_and_says_why(text: str, name: str) -> None:
    record = read(text)
    assert record.kind is DocumentKind.OTHER
    assert not record.items
    assert record.text
    (problem,) = [one for one in record.problems if one.code == "not-minutes"]
    assert name in problem.message


def test_minutes_that_quote_a_judgement_stay_minutes() -> None:
    record = read("""
        REFERAT Byrådet d. 12-03-2024

        Punkt 1: Dom i sagen om havnebadet

        Sagsfremstilling

        Kommunen har tabt sagen. I dommen hedder det, at sagsøgte skal betale sagens omkostninger.

        Beslutning

        Taget til efterretning.
    """)
    assert record.kind is DocumentKind.MINUTES
    assert [item.number for item in record.items] == ["1"]


LETTER = """
    Nordlev Kommune

    Mail fra: Per Ravn
    Sendt: 3. juni 2024
    Til: Byrådet
    Emne: Kommentar

    1. Støj

    Beslutning

    I besluttede forkert. Imod stemte Lis Munk (V).
"""
GUIDE = """
    Vejledning til punkter i Havneudvalget

    Punkt 1: Sådan skriver du en sag

    Beslutning

    Skrives af sekretæren, fx "Godkendt. Imod stemte Lis Munk (V)."

    Punkt 2: Sådan sender du sagen

    Beslutning

    Udfyldes ikke.
"""
POINTS = """
    1. Sal

    Sagsnr. 24/1

    Beslutning

    Godkendt. {rest}

    2. Scene

    Sagsnr. 24/2

    Beslutning

    Udsat. Læs mere i bilaget.
"""
HEAD = """
    Søby Kommune
    Byrådet
    Referat af møde den 7. maj 2024
"""


@pytest.mark.parametrize(("text", "name"), [(LETTER, "a letter"), (GUIDE, "a guide")])
def test_letter_and_guide_are_no_meetings(text: str, name: str) -> None:
    (problem,) = [one for one in read(text).problems if one.code == "not-minutes"]
    assert name in problem.message


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        (f"{HEAD}\n    Publiceret 8. maj 2024\n", "Foto: Lis Munk. Pressekontakt: Per Ravn."),
        ("\n    Byrådet\n    Publiceret 8. maj 2024\n    Dato: 7. maj 2024\n", ""),  # the sign is the top itself
        (
            f"{HEAD}\n    Indhold\n    Forretningsorden for Byrådet\n",
            "\n\n".join(["", *(f"    § {number} Møder." for number in range(1, 7))]),
        ),
        (f"\n    Bestyrelsesmøde i Børnehuset\n{HEAD}", "Bestyrelsen valgte en dirigent."),
        (f"\n    DOM\n{HEAD}", "Retten har afsagt dom. Sagsøger var kommunen, sagsøgte var Per Ravn."),
        ("\n    Byrådet\n    Referat den 7. maj 2024\n    Fra: 15.00\n    Til: 17.00\n", "Emne: Sal"),
    ],
)
def test_minutes_with_first_lines_of_another_kind_stay_minutes(head: str, rest: str) -> None:
    record = read(head + POINTS.replace("{rest}", rest))
    assert not [one for one in record.problems if one.code == "not-minutes"]
    assert record.kind is DocumentKind.MINUTES
