"""Points of meetings and the facts of a point."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from api.models.base import Evidence, Fact, Named, Page, Shape
from api.models.conflicts import ConflictFact, Correction


class CaseNumberOnItem(Shape):
    """A case number printed on a point."""

    id: str = Field(examples=["nordlev.24-2210"])
    number: str = Field(examples=["24/2210"])
    principal: bool = True
    container: bool = Field(False, description="A number that holds the housekeeping of many meetings, not a case.")


class TopicOnItem(Shape):
    """A topic of KL's Emnesystematik (KLE) by its number; the minutes do not print its name."""

    id: str = Field(examples=["kle-05-01-06"])
    number: str = Field(examples=["05.01.06"])


class ItemSummary(Shape):
    """A point in one line."""

    id: str = Field(examples=["nordlev.teknik-og-miljoeudvalget.2024-04-09.2"])
    number: str | None = Field(None, examples=["2"])
    title: str = Field(examples=["Cykelsti langs Åvej"])
    date: dt.date | None = None
    kind: str = Field(examples=["decision"])
    closed: bool = False
    meeting: str = Field(description="The meeting's id.", examples=["nordlev.teknik-og-miljoeudvalget.2024-04-09"])
    document: str | None = Field(None, description="The sha256 of the file that leads: lines and pages are its.")
    body: Named
    municipality: Named
    case_numbers: tuple[CaseNumberOnItem, ...] = ()
    case: Named | None = Field(None, description="The case it belongs to; none for housekeeping.")


class Section(Fact):
    """A section of a point under its printed heading."""

    id: str
    name: str = Field(examples=["Indstilling"])
    heading: str
    first_line: int = Field(description="In the point's `document`.")
    last_line: int


class Recommendation(Fact):
    """One sentence of the recommendation (indstilling)."""

    id: str
    text: str = Field(examples=["at stien anlægges"])
    proposer: str | None = None


class ProcedureStep(Fact):
    """A body that is to treat the matter: a plan, not an event."""

    id: str
    date: dt.date | None = None
    body: Named | None = None
    done: str | None = Field(
        None, description="What shows that it was taken: done_here, done_elsewhere, quoted, no_evidence."
    )
    gap: str | None = Field(
        None,
        description="Why nothing shows it: no_minutes, not_there, no_decision, to_come, no_date.",
        examples=["no_minutes"],
    )
    shown_at: str | None = Field(None, description="The point whose decision shows it.")


class Ballot(Fact):
    """How one person, or one party as a block, voted. Only what is printed."""

    id: str
    option: str = Field(examples=["against"])
    block: bool = Field(description="A party's votes as a block: no person is named.")
    name: str | None = None
    party: str | None = None
    party_surface: str | None = Field(None, description="The party as printed.")
    person: Named | None = None


class Explanation(Fact):
    """Why somebody voted as they did."""

    id: str
    text: str
    persons: tuple[str, ...] = ()
    parties: tuple[str, ...] = Field((), description="Parties that gave it as a whole.", examples=[["Venstre"]])


class Referral(Fact):
    """A decision brought before another body (standsningsret, styrelsesloven § 23)."""

    id: str
    text: str
    by: str | None = None
    to: str | None = None
    law: str | None = None
    section: str | None = None


class Vote(Fact):
    """A ballot that the minutes record."""

    id: str
    motion: str | None = None
    mover: Named | None = None
    result: str | None = None
    result_text: str | None = None
    count_for: int | None = None
    count_against: int | None = None
    count_abstain: int | None = None
    counts_printed: bool = Field(False, description="False: counted from the printed names.")
    ballots: tuple[Ballot, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    referral: Referral | None = None


class Decision(Fact):
    """What one body decided on one date, as written."""

    id: str
    body: Named | None = None
    date: dt.date | None = None
    own: bool = Field(description="Of the meeting whose minutes these are; false: another body's, quoted.")
    released: bool = True
    text: str
    outcomes: tuple[str, ...] = Field((), examples=[["approved"]])
    relation_to_recommendation: str = Field(
        "none_printed", description="How the printed words relate to the recommendation.", examples=["as_recommended"]
    )
    relation_by_recommendation: tuple[str, ...] = Field(
        (), description="One for each recommendation in order, where they differ.", examples=[["as_recommended"]]
    )
    item_number: str | None = None
    votes: tuple[Vote, ...] = ()
    counts_at: str | None = Field(
        None, description="The id of the same decision where it counts: in the body's own minutes, or printed earlier."
    )


class Absence(Fact):
    """Somebody who was not in the room, or was disqualified."""

    id: str
    name: str
    status: str = Field(examples=["absent"])
    scope: str = Field(description="meeting, item or decision", examples=["item"])
    person: Named | None = None


class Attachment(Fact):
    """A title under Bilag."""

    id: str
    title: str
    url: str | None = None


class Notice(Fact):
    """One bullet of an orientation point."""

    id: str
    text: str


class FollowUp(Fact):
    """What was asked for, promised or postponed."""

    id: str
    kind: str
    text: str
    due: str | None = Field(None, description="ISO date, or a part of one.")
    to: str | None = None


class Rename(Fact):
    """A change of name of an organisation or a body, or the merging of bodies."""

    id: str
    kind: str | None = Field(None, description="organisation, body or merged_body.", examples=["body"])
    old: str
    new: str
    date: str | None = None
    old_organisation: Named | None = None
    new_organisation: Named | None = None
    old_body: Named | None = None
    new_body: Named | None = None


class Reference(Fact):
    """A place where a point refers to another point or meeting."""

    id: str
    surface: str
    date: str | None = None
    item_number: str | None = None
    body: str | None = None
    items: tuple[ItemSummary, ...] = Field((), description="The points that it leads to, where they are here.")
    meetings: tuple[str, ...] = Field((), description="The meetings that it leads to, where they are here.")


class Mentioned(Fact):
    """A person, organisation, party, post or plan that a point names; each mention is its own evidence."""

    kind: str = Field(examples=["organisation"])
    id: str
    name: str
    count: int = Field(examples=[2])


class LawMentioned(Fact):
    """A law, and where named its section, that a point names."""

    law: Named
    provision: Named | None = None
    count: int


class Amount(Fact):
    """An amount of money that a point names: granted, applied for, saved or only told of. Each place is evidence."""

    amount: float = Field(description="In kroner.", examples=[410000])
    count: int = Field(examples=[2])
    words: str | None = Field(None, description="The line where it stands first.")


class ItemFacts(ItemSummary):
    """A point with all its facts."""

    evidence: tuple[Evidence, ...] = ()
    link: str | None = Field(None, description="The point at its source.")
    topics: tuple[TopicOnItem, ...] = Field(
        (), description="The KLE topics that its case numbers begin with; their evidence has the field topic."
    )
    sections: tuple[Section, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    procedure: tuple[ProcedureStep, ...] = ()
    decisions: tuple[Decision, ...] = ()
    absences: tuple[Absence, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    notices: tuple[Notice, ...] = ()
    laws: tuple[LawMentioned, ...] = ()
    amounts: tuple[Amount, ...] = Field((), description="Never to be added up: parts and sums stand side by side.")
    mentioned: tuple[Mentioned, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    references: tuple[Reference, ...] = ()
    renames: tuple[Rename, ...] = ()
    conflicts: tuple[ConflictFact, ...] = ()
    corrections: tuple[Correction, ...] = ()


class Line(Shape):
    """A line of a point as printed; the number is its place in the point's `document`."""

    number: int
    text: str


class Item(ItemFacts):
    """A point with its facts and its whole text."""

    lines: tuple[Line, ...] = ()
    first_page: int | None = None
    last_page: int | None = None
    referred_by: tuple[ItemSummary, ...] = ()


class ItemList(Page):
    """A page of points, newest first."""

    items: tuple[ItemSummary, ...]


class Conflict(ConflictFact):
    """A conflict with the point that it is at."""

    item: ItemSummary


class ConflictList(Page):
    """A page of conflicts, those of the newest meetings first."""

    conflicts: tuple[Conflict, ...]
