"""The facts of one meeting, as its minutes state them: what `extract` gives and what `graph` takes.

Everything is frozen; every fact carries its `Evidence`. Nothing here is resolved against another document: names are
as this document prints them (repaired where letters were broken; the raw form is the evidence's quote).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from extract.document import Problem, Provenance, Role
from extract.evidence import Evidence, Known, Stated
from extract.mentions import BodyName, Mention


class DocumentKind(StrEnum):
    """What the content of a document is, whatever it calls itself."""

    MINUTES = "minutes"  # referat: a held meeting
    AGENDA = "agenda"  # dagsorden: no decision of this meeting
    OTHER = "other"  # not minutes of a Danish municipal or regional body


class ItemKind(StrEnum):
    """What a point is for, judged from its title and sections."""

    DECISION = "decision"  # a matter that is decided
    ORIENTATION = "orientation"  # a matter that the body is told about or discusses, under its own title
    AGENDA_APPROVAL = "agenda-approval"  # godkendelse af dagsorden
    NOTICES = "notices"  # (gensidig) orientering, meddelelser: a point of many notices
    ANY_OTHER_BUSINESS = "any-other-business"  # eventuelt
    EVALUATION = "evaluation"  # evaluering af mødet
    SIGNATURES = "signatures"  # underskriftsside, godkendelse af beslutningsprotokol / referat
    CLOSED = "closed"  # a closed point of which only the title is printed

    @property
    def housekeeping(self) -> bool:
        """Whether such a point is about the meeting itself, and so never part of a case."""
        return self in _HOUSEKEEPING


_HOUSEKEEPING = frozenset(
    {
        ItemKind.AGENDA_APPROVAL,
        ItemKind.NOTICES,
        ItemKind.ANY_OTHER_BUSINESS,
        ItemKind.EVALUATION,
        ItemKind.SIGNATURES,
    }
)


class Outcome(StrEnum):
    """What a decision says became of the matter. Coded as written."""

    APPROVED = "approved"  # godkendt
    DISCUSSED = "discussed"  # drøftet
    NOTED = "noted"  # taget til efterretning
    DEFERRED = "deferred"  # udsat
    RECOMMENDED = "recommended"  # anbefales
    NOT_RECOMMENDED = "not-recommended"  # kan ikke anbefales
    REJECTED = "rejected"  # forslaget faldt, ikke godkendt
    DECIDED = "decided"  # udvalget besluttede
    REFERRED = "referred"  # oversendes, tilbagesendes
    WITHDRAWN = "withdrawn"  # udgår, taget af dagsordenen


class RelationToRecommendation(StrEnum):
    """How a decision relates to the recommendation, by its printed words; derived from them."""

    AS_RECOMMENDED = "as_recommended"
    AMENDED = "amended"
    PARTLY = "partly"
    NOTED = "noted"
    POSTPONED = "postponed"
    RETURNED = "returned"  # sent back for more work
    REJECTED = "rejected"
    FORWARDED = "forwarded"  # oversendt, without a stand
    NONE_PRINTED = "none_printed"  # no recommendation, or no words that say how they relate


class BallotOption(StrEnum):
    """How a vote was cast."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


class AttendanceStatus(StrEnum):
    """Whether somebody was in the room."""

    PRESENT = "present"
    ABSENT = "absent"
    DISQUALIFIED = "disqualified"  # inhabil
    LEFT = "left"  # gik
    ARRIVED = "arrived"  # kom


class AttendeeKind(StrEnum):
    """In what capacity somebody is listed."""

    MEMBER = "member"
    SUBSTITUTE = "substitute"
    OFFICIAL = "official"
    GUEST = "guest"


@dataclass(frozen=True, slots=True)
class Voter:
    """A person, or a party voting as a block (then `person` is None)."""

    person: str | None
    party: str | None  # full name; the letters themselves where they are unknown
    party_surface: str | None  # as printed
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Attendee:
    """A name on the list of those present or absent for the whole meeting."""

    name: str
    status: AttendanceStatus
    kind: AttendeeKind
    evidence: Evidence
    party_surface: str | None = None  # letters as printed
    rank: str | None = None  # "formand", "borgmester"
    substitute_for: str | None = None


@dataclass(frozen=True, slots=True)
class ItemAbsence:
    """A member printed as absent or disqualified at one point."""

    name: str
    status: AttendanceStatus
    # "decision": in the block after a decision; "item": at the point; "header": told elsewhere, as "punkt 1-3" in the
    # header, or by the earlier point that somebody left for good
    scope: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a point, under its printed heading."""

    name: str  # canonical: "Sagsresume", "Indstilling", …; as printed where it is none of these
    heading: str  # as printed
    first_line: int
    last_line: int
    evidence: Evidence
    body: BodyName | None = None  # of a Beslutning


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a section."""

    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One sentence of the indstilling, as "at …"."""

    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ProcedureStep:
    """A body that is to treat the matter: a plan, not an event."""

    body: BodyName
    date: date | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why somebody voted as they did, as the minutes have it."""

    persons: tuple[str, ...]
    text: str
    evidence: Evidence
    parties: tuple[str, ...] = ()  # those given for a party as a whole


@dataclass(frozen=True, slots=True)
class Referral:
    """A decision brought before another body (standsningsret, styrelsesloven § 23)."""

    by: Voter
    to: str  # the body, canonical name
    law: str | None
    section: str | None
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Vote:
    """A ballot that the minutes record. Only what is printed: no name is derived."""

    motion: Known[str]
    mover: Voter | None
    ballots: tuple[tuple[BallotOption, Voter], ...]
    option_evidence: tuple[tuple[BallotOption, Evidence], ...]  # the line of each option
    result: Known[str]  # "approved", "rejected", or the thing chosen, as printed
    result_text: str | None
    count_for: int | None  # printed, else the number of printed names, else None
    count_against: int | None
    count_abstain: int | None
    counts_printed: bool
    explanations: tuple[Explanation, ...]
    referral: Referral | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Decision:
    """What one body decided on one date; several can stand in one point (decisions of other bodies, quoted)."""

    body: BodyName
    date: date | None
    own: bool  # of the meeting whose minutes these are
    released: bool  # False: "Beslutning ikke frigivet"
    text: str  # paragraphs joined with newline, without the block Fraværende
    outcomes: tuple[Outcome, ...]
    votes: tuple[Vote, ...]
    evidence: Evidence  # the heading, or the text where there is none
    text_evidence: tuple[Evidence, ...]  # one for each paragraph
    item_number: str | None = None  # of that body's own agenda, where quoted with one ("pkt. 56")
    relation_to_recommendation: RelationToRecommendation = RelationToRecommendation.NONE_PRINTED
    relation_by_recommendation: tuple[RelationToRecommendation, ...] = ()  # one each, where they differ; else none


@dataclass(frozen=True, slots=True)
class Attachment:
    """A title under Bilag."""

    title: str
    evidence: Evidence
    url: str | None = None


class RenameKind(StrEnum):
    """What has another name now."""

    ORGANISATION = "organisation"
    BODY = "body"  # a committee or council of the municipality
    MERGED_BODY = "merged_body"  # one of several bodies that were merged into a new one


@dataclass(frozen=True, slots=True)
class Rename:
    """A change of name."""

    old: str
    new: str
    date: str | None  # ISO or partial
    evidence: Evidence
    kind: RenameKind = RenameKind.ORGANISATION


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that the text states, in the core predicates of the gold (HAS_PARTNER, CONSISTS_OF, …)."""

    subject: str
    predicate: str
    object: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What was asked for, promised, planned or postponed."""

    kind: str  # "committee_request", "administration_promise", "deferral", …
    text: str
    due: str | None  # ISO or partial
    to: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Notice:
    """One bullet of an orientation point."""

    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a point as a reader sees it."""

    number: int  # in the document
    page: int | None
    text: str
    role: Role
    heading: int
    continues: bool
    bullet: bool
    cells: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One point of one meeting."""

    ordinal: int  # 1-based in the meeting
    number: str | None  # as printed, bare: "38"
    title: Stated[str]
    title_canonical: str | None  # as the contents spell it, or without “(Åben)”, “Lukket:”, “(B)”; None: as the title
    case_number: Known[str]
    further_case_numbers: tuple[Stated[str], ...]
    topics: tuple[Stated[str], ...]  # KLE numbers that its case numbers begin with: 13.05.00
    kind: ItemKind
    closed: bool
    sections: tuple[Section, ...]
    subheadings: tuple[Subheading, ...]
    proposer: Known[str]
    recommendations: tuple[Recommendation, ...]
    procedure: tuple[ProcedureStep, ...]
    decisions: tuple[Decision, ...]
    absences: tuple[ItemAbsence, ...]
    attachments: tuple[Attachment, ...]
    notices: tuple[Notice, ...]
    first_line: int
    last_line: int
    lines: tuple[TextLine, ...]  # first_line..last_line without page furniture
    evidence: Evidence  # the heading
    link: str | None = None  # URL of the point at the source
    mentions: tuple[Mention, ...] = ()
    renames: tuple[Rename, ...] = ()
    relations: tuple[Relation, ...] = ()
    followups: tuple[FollowUp, ...] = ()

    @property
    def text(self) -> str:
        """The point as printed, line by line."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the table of contents."""

    title: str
    page: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """One meeting, as one document gives it."""

    provenance: Provenance
    ordinal: int  # 1-based: which meeting of the file
    kind: DocumentKind
    municipality: Known[str]  # "X Kommune" or "Region X"
    body: Known[BodyName]
    term: Known[
        str
    ]  # "2022-2025"; evidence says whether printed or inferred from the date (rule "header.term.inferred")
    date: Known[date]
    start_time: Known[time]
    place: Known[str]
    attendees: tuple[Attendee, ...]
    contents: tuple[ContentsEntry, ...]
    items: tuple[ItemRecord, ...]
    problems: tuple[Problem, ...] = ()
    page_count: int | None = None
    layout: str | None = None  # the family of layout that it was read by (`extract.grammar.profiles`)
    layout_confidence: float = 0.0  # 0..1: the share of points that their surroundings bear out
    text: str | None = None  # only of a document that could not be parsed: kept, nothing guessed
