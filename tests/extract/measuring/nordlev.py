"""The minutes of an invented meeting and their record, made by hand: what `extract` would give, with every field."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

from extract.document import Document, Line, Media, Problem, Provenance
from extract.evidence import Evidence, Stated, Unknown
from extract.mentions import (
    AccountMention,
    AgreementMention,
    BillMention,
    BodyMention,
    BodyName,
    DateMention,
    LawMention,
    Mention,
    MoneyMention,
    OfficeMention,
    OrganisationMention,
    PartyMention,
    PersonMention,
    PlanMention,
    ReferenceMention,
)
from extract.records import (
    Attachment,
    AttendanceStatus,
    Attendee,
    AttendeeKind,
    BallotOption,
    ContentsEntry,
    Decision,
    DocumentKind,
    Explanation,
    FollowUp,
    ItemAbsence,
    ItemKind,
    ItemRecord,
    MeetingRecord,
    Outcome,
    ProcedureStep,
    Recommendation,
    Referral,
    Relation,
    Rename,
    Section,
    Subheading,
    TextLine,
    Vote,
    Voter,
)

TEXT = """Referat Teknik og Havneudvalget (2030-2033)
Mødedato tirsdag den 4. marts 2031 kl. 16:30
Mødested Rådhuset, lokale 2
Til stede: Asta Lund, Bo Ravn, Ida Skov (Fravær), Per Holm (Fravær)
Ny mole 3
Punkt 1 Ny mole
31/100
Sagsresume
Havnelauget og Havnelauget søger 1,5 mio. kr. efter havneloven § 9, stk. 2, jf. L 41 og § 28.71.
Søby Kommunes bidrag følger havneaftalen af 4. marts 2030 (pkt. 7). Borgmesteren rådes af Lokalplan 4.21 for Molen.
Moleklubben hedder nu Havnelauget.
| År | Kroner |
| 2031 | 100 |
Indstilling
Havnechefen indstiller, at molen bygges.
Procedure
Teknik og Havneudvalget den 04-03-2031
Beslutning i Teknik og Havneudvalget den 04-03-2031
Asta Lund (V) foreslog, at molen males grøn.
For stemte: Asta Lund (V). Imod stemte: Bo Ravn (A).
Forslaget faldt.
Bo Ravn (A) ønskede en rød mole.
Asta Lund (V) indbringer sagen for Byrådet, jf. styrelsesloven § 23.
Udvalget beder om et notat i juni.
Fraværende: Per Holm, Ida Skov
Bilag
Tegning af molen
Punkt 2 Eventuelt
Beslutning
Drøftet.
Fraværende: Per Holm"""

OWN = BodyName("Teknik og Havneudvalget", "Teknik- og Havneudvalget")
MEMBER, ABSENT = AttendeeKind.MEMBER, AttendanceStatus.ABSENT


def document() -> Document:
    """The text as read, without any repair."""
    lines = [
        Line(number, None, raw, raw, cells=tuple(raw.strip("| ").split(" | ")) if raw.startswith("|") else None)
        for number, raw in enumerate(TEXT.split("\n"), 1)
    ]
    return Document(Provenance("0" * 64, "700_nordlev.txt", len(TEXT.encode()), Media.TEXT), tuple(lines))


DOCUMENT = document()


def at(number: int, text: str = "", rule: str = "test") -> Evidence:
    """Evidence for a text on a line, or for the whole line."""
    line = DOCUMENT.line(number)
    start = line.text.index(text)
    return DOCUMENT.evidence(line, start, start + len(text or line.text), rule)


def voter(person: str, letters: str, party: str, line: int) -> Voter:
    return Voter(person, party, letters, at(line, f"{person} ({letters})"))


def mention(kind: Any, line: int, surface: str, /, where: str = "Sagsresume", **values: Any) -> Mention:
    """A mention of the first such surface on a line."""
    made: Mention = kind(surface, at(line, surface), where, **values)
    return made


def _second_harbour_guild() -> Mention:
    line = DOCUMENT.line(9)
    start = line.text.rindex("Havnelauget")
    evidence = DOCUMENT.evidence(line, start, start + len("Havnelauget"), "test")
    return OrganisationMention("Havnelauget", evidence, "Sagsresume", "Havnelauget", "association", known=False)


def _vote() -> Vote:
    asta, bo = voter("Asta Lund", "V", "Venstre", 20), voter("Bo Ravn", "A", "Socialdemokratiet", 20)
    mover = voter("Asta Lund", "V", "Venstre", 19)
    return Vote(
        motion=Stated("at molen males grøn", at(19, "at molen males grøn")),
        mover=mover,
        ballots=((BallotOption.FOR, asta), (BallotOption.AGAINST, bo)),
        option_evidence=((BallotOption.FOR, at(20)), (BallotOption.AGAINST, at(20))),
        result=Stated("rejected", at(21)),
        result_text="Forslaget faldt.",
        count_for=1,
        count_against=1,
        count_abstain=None,
        counts_printed=False,
        explanations=(Explanation(("Bo Ravn",), "ønskede en rød mole", at(22)),),
        referral=Referral(
            voter("Asta Lund", "V", "Venstre", 23), "Byrådet", "Lov om kommunernes styrelse", "23", "…", at(23)
        ),
        evidence=at(20),
    )


def _mentions() -> tuple[Mention, ...]:
    return (
        _second_harbour_guild(),
        mention(OrganisationMention, 9, "Havnelauget", name="Havnelauget", type="association", known=False),
        mention(OrganisationMention, 10, "Søby Kommunes", name="Søby Kommune", type="municipality", known=True),
        mention(MoneyMention, 9, "1,5 mio. kr.", amount=Decimal("1500000")),
        mention(
            LawMention,
            9,
            "havneloven § 9, stk. 2",
            law="Lov om havne",
            section="9",
            subsection="2",
            kind="statute",
            popular_name="havneloven",
        ),
        mention(BillMention, 9, "L 41", number="L 41"),
        mention(AccountMention, 9, "§ 28.71", account="28.71", name=None),
        mention(AgreementMention, 10, "havneaftalen", name="Havneaftalen", kind="partnership"),
        mention(DateMention, 10, "4. marts 2030", date="2030-03-04"),
        mention(
            ReferenceMention, 10, "4. marts 2030 (pkt. 7)", body=None, own=True, date="2030-03-04", item_number="7"
        ),
        mention(OfficeMention, 10, "Borgmesteren", name="Borgmesteren"),
        mention(
            PlanMention,
            10,
            "Lokalplan 4.21 for Molen",
            name="Lokalplan 4.21",
            kind="lokalplan",
            number="4.21",
            area="Molen",
        ),
        mention(OfficeMention, 15, "Havnechefen", where="Indstilling", name="Havnechefen"),
        mention(DateMention, 17, "04-03-2031", where="Procedure", date="2031-03-04"),
        mention(BodyMention, 18, "Teknik og Havneudvalget", where="Beslutning", body=OWN, own=True),
        mention(PersonMention, 19, "Asta Lund", where="Beslutning", name="Asta Lund", party_surface="(V)"),
        mention(PartyMention, 19, "(V)", where="Beslutning", name="Venstre"),
    )


def _item() -> ItemRecord:
    lines = tuple(
        TextLine(line.number, None, line.text, line.role, 0, False, False, line.cells) for line in DOCUMENT.lines[5:27]
    )
    texts = tuple(at(number) for number in range(19, 25))
    return ItemRecord(
        ordinal=1,
        number="1",
        title=Stated("Ny mole", at(6, "Ny mole")),
        title_canonical=None,
        case_number=Stated("31/100", at(7)),
        further_case_numbers=(),
        topics=(),
        kind=ItemKind.DECISION,
        closed=False,
        sections=(
            Section("Sagsresume", "Sagsresume", 8, 13, at(8)),
            Section("Beslutning", TEXT.split("\n")[17], 18, 24, at(18), OWN),
        ),
        subheadings=(Subheading("Moleklubben", at(11, "Moleklubben")),),
        proposer=Stated("Havnechefen", at(15, "Havnechefen")),
        recommendations=(Recommendation("at molen bygges.", at(15, "at molen bygges.")),),
        procedure=(ProcedureStep(OWN, date(2031, 3, 4), at(17)),),
        decisions=(
            Decision(
                body=OWN,
                date=date(2031, 3, 4),
                own=True,
                released=True,
                text="\n".join(evidence.quote for evidence in texts),
                outcomes=(Outcome.REJECTED, Outcome.REFERRED),
                votes=(_vote(),),
                evidence=at(18),
                text_evidence=texts,
            ),
        ),
        absences=(
            ItemAbsence("Per Holm", ABSENT, "decision", at(25, "Per Holm")),
            ItemAbsence("Ida Skov", ABSENT, "decision", at(25, "Ida Skov")),
        ),
        attachments=(Attachment("Tegning af molen", at(27)),),
        notices=(),
        first_line=6,
        last_line=27,
        lines=lines,
        evidence=at(6),
        mentions=_mentions(),
        renames=(Rename("Moleklubben", "Havnelauget", None, at(11)),),
        relations=(Relation("Havneaftalen", "AGREED_BY", "Søby Kommune", at(10)),),
        followups=(FollowUp("committee_request", "Udvalget beder om et notat i juni.", None, None, at(24)),),
    )


def _last_item() -> ItemRecord:
    own = Decision(OWN, date(2031, 3, 4), True, True, "Drøftet.", (Outcome.DISCUSSED,), (), at(30), (at(30),))
    return ItemRecord(
        ordinal=2,
        number="2",
        title=Stated("Eventuelt", at(28, "Eventuelt")),
        title_canonical=None,
        case_number=Unknown("no line of a case number"),
        further_case_numbers=(),
        topics=(),
        kind=ItemKind.ANY_OTHER_BUSINESS,
        closed=False,
        sections=(Section("Beslutning", "Beslutning", 29, 30, at(29), OWN),),
        subheadings=(),
        proposer=Unknown("no recommendation"),
        recommendations=(),
        procedure=(),
        decisions=(own,),
        absences=(ItemAbsence("Per Holm", ABSENT, "decision", at(31, "Per Holm")),),
        attachments=(),
        notices=(),
        first_line=28,
        last_line=31,
        lines=(),
        evidence=at(28),
    )


def record() -> MeetingRecord:
    """The record of the meeting."""
    names = {"Asta Lund": "present", "Bo Ravn": "present", "Ida Skov": "absent", "Per Holm": "absent"}
    return MeetingRecord(
        provenance=DOCUMENT.provenance,
        ordinal=1,
        kind=DocumentKind.MINUTES,
        municipality=Unknown("no name of a municipality"),
        body=Stated(OWN, at(1, OWN.surface)),
        term=Stated("2030-2033", at(1, "2030-2033", "header.term")),
        date=Stated(date(2031, 3, 4), at(2, "4. marts 2031")),
        start_time=Stated(time(16, 30), at(2, "16:30")),
        place=Stated("Rådhuset, lokale 2", at(3, "Rådhuset, lokale 2")),
        attendees=tuple(
            Attendee(name, AttendanceStatus(status), MEMBER, at(4, name)) for name, status in names.items()
        ),
        contents=(ContentsEntry("Ny mole", 3, at(5, "Ny mole")),),
        items=(_item(), _last_item()),
        problems=(Problem("broken-letters", "Letters were repaired.", "Look at them.", line=3),),
    )
