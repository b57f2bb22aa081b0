"""Small invented meetings, built by hand: the municipalities and everybody in them do not exist."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, time

from extract.document import Media, Problem, Provenance, Role
from extract.evidence import Evidence, Stated, Unknown
from extract.mentions import BodyName, Mention
from extract.records import (
    AttendanceStatus,
    Attendee,
    AttendeeKind,
    BallotOption,
    Decision,
    DocumentKind,
    ItemKind,
    ItemRecord,
    MeetingRecord,
    Outcome,
    Recommendation,
    Relation,
    Rename,
    TextLine,
    Vote,
    Voter,
)

NORDLEV, SOEBY = "Nordlev Kommune", "Søby Kommune"
COMMITTEE = BodyName("Kultur- og Fritidsudvalget", "Kultur- og Fritidsudvalget")
COUNCIL = BodyName("Byrådet", "Byrådet")


@dataclass
class Page:
    """A document that grows as things are written on it, so that every fact has a place of its own."""

    name: str
    media: Media = Media.TEXT
    url: str | None = None
    repaired: bool = False
    _position: int = field(default=0)
    _line: int = field(default=1)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.name.encode()).hexdigest()

    def evidence(self, quote: str, rule: str) -> Evidence:
        start, line = self._position, self._line
        self._position += len(quote) + 1
        self._line += 1
        return Evidence(self.sha256, None, line, start, start + len(quote), quote, rule, 1.0)

    def stated(self, value, rule: str) -> Stated:
        return Stated(value, self.evidence(str(value), rule))

    def known(self, value, rule: str):
        return Unknown("not printed") if value is None else self.stated(value, rule)

    @property
    def line(self) -> int:
        return self._line

    @property
    def problems(self) -> tuple[Problem, ...]:
        return (Problem("letters-repaired", "", ""),) if self.repaired else ()

    @property
    def provenance(self) -> Provenance:
        return Provenance(self.sha256, f"{self.name}.txt", 100, self.media, self.url)


def item(
    page: Page,
    number: str | None,
    title: str,
    *,
    ordinal: int | None = None,
    case: str | None = None,
    further: tuple[str, ...] = (),
    topics: tuple[str, ...] = (),
    kind: ItemKind = ItemKind.DECISION,
    decisions: tuple[Decision, ...] = (),
    recommendations: tuple[str, ...] = (),
    proposer: str | None = None,
    mentions: tuple[Mention, ...] = (),
    renames: tuple[Rename, ...] = (),
    relations: tuple[Relation, ...] = (),
    **more,
) -> ItemRecord:
    first = page.line
    heading = page.evidence(f"{number} {title}", "item.heading")
    stated = page.stated(title, "item.title")
    return ItemRecord(
        ordinal=ordinal if ordinal is not None else int(number or 1),
        number=number,
        title=stated,
        title_canonical=None,
        case_number=page.known(case, "item.case-number"),
        further_case_numbers=tuple(page.stated(value, "item.case-number") for value in further),
        topics=tuple(page.stated(value, "item.topic") for value in topics),
        kind=kind,
        closed=False,
        sections=more.get("sections", ()),
        subheadings=(),
        proposer=page.known(proposer, "item.proposer"),
        recommendations=tuple(Recommendation(text, page.evidence(text, "item.at")) for text in recommendations),
        procedure=more.get("procedure", ()),
        decisions=decisions,
        absences=more.get("absences", ()),
        attachments=more.get("attachments", ()),
        notices=more.get("notices", ()),
        first_line=first,
        last_line=page.line,
        lines=(TextLine(first, None, title, Role.BODY, 1, False, False, None),),
        evidence=heading,
        mentions=mentions,
        renames=renames,
        relations=relations,
        followups=more.get("followups", ()),
    )


def decision(
    page: Page,
    text: str,
    *,
    body: BodyName = COMMITTEE,
    day: date | None = None,
    votes=(),
    own: bool = True,
    outcome: Outcome = Outcome.APPROVED,
) -> Decision:
    return Decision(
        body=body,
        date=day,
        own=own,
        released=True,
        text=text,
        outcomes=(outcome,),
        votes=votes,
        evidence=page.evidence(f"Beslutning i {body.name}", "decision.heading"),
        text_evidence=(page.evidence(text, "decision.text"),),
    )


def voter(page: Page, person: str | None, party: str | None, letters: str | None = None) -> Voter:
    return Voter(person, party, letters, page.evidence(f"{person} ({letters})", "vote.voter"))


def vote(page: Page, motion: str, ballots: tuple[tuple[BallotOption, Voter], ...], **more) -> Vote:
    counts = [sum(option is each for option, _ in ballots) for each in BallotOption]
    return Vote(
        motion=page.stated(motion, "vote.motion"),
        mover=more.get("mover"),
        ballots=ballots,
        option_evidence=((BallotOption.FOR, page.evidence("For stemte", "vote.option")),),
        result=page.stated("rejected", "vote.result"),
        result_text="Forslaget faldt.",
        count_for=more.get("count_for", counts[0]),
        count_against=counts[1],
        count_abstain=counts[2],
        counts_printed="count_for" in more,
        explanations=more.get("explanations", ()),
        referral=more.get("referral"),
        evidence=page.evidence("Afstemning", "vote.heading"),
    )


def member(page: Page, name: str, status: AttendanceStatus = AttendanceStatus.PRESENT) -> Attendee:
    return Attendee(name, status, AttendeeKind.MEMBER, page.evidence(name, "header.attendee"))


def meeting(
    page: Page,
    day: date | None,
    items: tuple[ItemRecord, ...] = (),
    *,
    body: BodyName | None = COMMITTEE,
    municipality: str | None = NORDLEV,
    start: time | None = None,
    kind: DocumentKind = DocumentKind.MINUTES,
    attendees: tuple[Attendee, ...] = (),
    ordinal: int = 1,
    term: str | None = "2022-2025",
    text: str | None = None,
) -> MeetingRecord:
    return MeetingRecord(
        provenance=page.provenance,
        ordinal=ordinal,
        kind=kind,
        municipality=page.known(municipality, "header.municipality"),
        body=page.known(body, "header.body"),
        term=page.known(term, "header.term"),
        date=page.known(day, "header.date"),
        start_time=page.known(start, "header.start"),
        place=page.known("Rådhuset", "header.place"),
        attendees=attendees,
        contents=(),
        items=items,
        problems=page.problems,
        text=text,
    )
