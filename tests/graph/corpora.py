"""Strategies for small invented corpora, made to collide: few days, few numbers, few spellings, several documents."""

from __future__ import annotations

from datetime import date, time

from hypothesis import strategies as st

from extract.document import Media
from extract.mentions import BodyMention, BodyName, LawMention, OrganisationMention, PersonMention, ReferenceMention
from extract.records import AttendanceStatus, BallotOption, DocumentKind, ItemKind, MeetingRecord, Outcome, Relation
from tests.graph import records as r

DAYS = [date(2024, 1, 9), date(2024, 2, 6)]
BODIES = [r.COMMITTEE, BodyName("Kultur og Fritidsudvalget", "Kultur- og Fritidsudvalget"), r.COUNCIL, None]
NUMBERS = ["24/1", "24/2", None]
NAMES = ["Åse Bæk", "Aase Baek", "Ib Ø. Lund"]
TITLES = ["Ny cykelsti", "Svømmehal", "Eventuelt"]
KINDS = [ItemKind.DECISION, ItemKind.ORIENTATION, ItemKind.ANY_OTHER_BUSINESS]


def _mention(draw: st.DrawFn, page: r.Page) -> object:
    name = draw(st.sampled_from(NAMES))
    body = draw(st.sampled_from(BODIES[:3]))
    known = draw(st.booleans())
    place = page.evidence("omtale", "mention")
    choices = [
        PersonMention(name, place, "Sagsresume", name),
        BodyMention(body.surface, place, "Sagsresume", body, False),
        LawMention("loven", place, "Sagsresume", "Lov om cykler", draw(st.sampled_from([None, "2"])), None, "statute"),
        OrganisationMention("Stinet", place, "Titel", "Stinet", draw(st.sampled_from(["company", "agency"])), known),
        ReferenceMention(
            "mødet", place, "Sagsresume", None, draw(st.booleans()), draw(st.sampled_from(DAYS)).isoformat(),
            draw(st.sampled_from([None, "1", "2"])),
        ),
    ]  # fmt: skip
    return draw(st.sampled_from(choices))


def _item(draw: st.DrawFn, page: r.Page, ordinal: int, day: date):
    votes = ()
    if draw(st.booleans()):
        ballot = (BallotOption.FOR, r.voter(page, draw(st.sampled_from(NAMES)), "Cykellisten", "C"))
        printed = draw(st.sampled_from([{}, {"count_for": 1}, {"count_for": 2}]))
        votes = (r.vote(page, "Forslag om sti", (ballot,), **printed),)
    again = (r.decision(page, "Forkastet.", day=day, outcome=Outcome.REJECTED),) if draw(st.booleans()) else ()
    stated = draw(st.sampled_from(["Nordlev Kommune", "Søby Kommune", None]))
    relations = (Relation("Stinet", "CONSISTS_OF", stated, page.evidence("består af", "relation")),) if stated else ()
    return r.item(
        page,
        str(ordinal) if draw(st.booleans()) else None,
        draw(st.sampled_from(TITLES)),
        ordinal=ordinal,
        case=draw(st.sampled_from(NUMBERS)),
        further=draw(st.sampled_from([(), ("24/2",)])),
        kind=draw(st.sampled_from(KINDS)),
        proposer=draw(st.sampled_from([None, "Direktøren"])),
        recommendations=("at stien anlægges",),
        decisions=(r.decision(page, draw(st.sampled_from(["Godkendt.", "Udsat."])), day=day, votes=votes), *again),
        mentions=tuple(_mention(draw, page) for _ in range(draw(st.integers(0, 2)))),
        relations=relations,
    )


def _meeting(draw: st.DrawFn, page: r.Page, ordinal: int) -> MeetingRecord:
    day = draw(st.sampled_from(DAYS))
    kind = draw(st.sampled_from([DocumentKind.MINUTES, DocumentKind.MINUTES, DocumentKind.AGENDA, DocumentKind.OTHER]))
    status = draw(st.sampled_from([AttendanceStatus.PRESENT, AttendanceStatus.ABSENT]))
    return r.meeting(
        page,
        draw(st.sampled_from([day, day, day, None])),
        tuple(_item(draw, page, number, day) for number in range(1, draw(st.integers(0, 3)) + 1)),
        body=draw(st.sampled_from(BODIES)),
        municipality=draw(st.sampled_from([r.NORDLEV, r.NORDLEV, r.SOEBY, None])),
        start=draw(st.sampled_from([None, time(15), time(17, 30)])),
        kind=kind,
        attendees=(r.member(page, draw(st.sampled_from(NAMES)), status),),
        ordinal=ordinal,
        text="ulæselig" if kind is DocumentKind.OTHER else None,
    )


@st.composite
def documents(draw: st.DrawFn) -> list[list[MeetingRecord]]:
    """Up to five documents of one or two meetings each."""
    corpus = []
    for number in range(draw(st.integers(1, 5))):
        media = draw(st.sampled_from([Media.TEXT, Media.PDF, Media.AGENDA_JSON]))
        page = r.Page(f"d{number}", media, repaired=draw(st.booleans()))
        meetings = [_meeting(draw, page, ordinal) for ordinal in range(1, draw(st.integers(1, 2)) + 1)]
        corpus.append(meetings)
    return corpus
