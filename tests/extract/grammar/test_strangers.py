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
    [(NORWEGIAN, "Norwegian text"), (SWEDISH, "Swedish text"), (JUDGEMENT, "a judgement"), (RULES, "a book of rules")],
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
