"""Those who act and what they act by: municipalities, bodies, persons, organisations, laws."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from api.models.base import Named, Page, Shape, Table
from api.models.cases import CaseSummary
from api.models.identity import Identity, Member, Membership, Span
from api.models.items import Ballot, ItemSummary, Rename
from api.models.meetings import MeetingSummary


class MunicipalitySummary(Shape):
    """A municipality and how much of it is here."""

    id: str = Field(examples=["nordlev"])
    name: str = Field(examples=["Nordlev Kommune"])
    body_count: int
    meeting_count: int
    case_count: int


class BodySummary(Shape):
    """A committee, council or other body."""

    id: str = Field(examples=["nordlev.teknik-og-miljoeudvalget"])
    name: str = Field(examples=["Teknik- og Miljøudvalget"])
    municipality: Named
    meeting_count: int
    last_date: dt.date | None = None


class Municipality(MunicipalitySummary):
    """A municipality with its bodies and what happened last."""

    bodies: tuple[BodySummary, ...] = ()
    meetings: tuple[MeetingSummary, ...] = Field((), description="The latest.")
    cases: tuple[CaseSummary, ...] = Field((), description="Those with most points.")


class MunicipalityList(Table):
    """All municipalities, in Danish order."""

    municipalities: tuple[MunicipalitySummary, ...]


class LackingMinutes(Shape):
    """A meeting of the body that only other minutes tell of."""

    id: str = Field(examples=["nordlev.byraadet.2024-05-28"])
    date: dt.date
    expected: bool = Field(False, description="After the newest minutes at hand.")
    matters: int = Field(0, description="How many different cases, or points in none, tell of it.")


class Body(BodySummary, Identity):
    """A body with its names, its members over time, its terms and its latest meetings."""

    terms: tuple[str, ...] = Field((), description="Its terms of office.", examples=[["2022-2025"]])
    renames: tuple[Rename, ...] = Field((), description="When it took its name, or another took its place.")
    members: tuple[Member, ...] = Field((), description="Members and substitutes, latest seen first; at most 500.")
    missing: tuple[LackingMinutes, ...] = Field((), description="Minutes that are not at hand; at most 100.")
    meetings: tuple[MeetingSummary, ...] = Field((), description="The latest 100.")


class BodyList(Page):
    """A page of bodies in Danish order."""

    bodies: tuple[BodySummary, ...]


class PersonSummary(Shape):
    """A person in public office."""

    id: str = Field(examples=["nordlev.aase-holm"])
    name: str = Field(examples=["Åse Holm"])
    municipality: Named


class BallotCast(Shape):
    """One ballot of a person, with the point where it was cast."""

    ballot: Ballot
    motion: str | None = None
    result: str | None = None
    decision: str
    item: ItemSummary


class Person(PersonSummary, Identity):
    """A person: seats, votes, attendance, mentions."""

    parties: tuple[str, ...] = Field((), description="As printed beside the name.")
    party_spans: tuple[Span, ...] = Field((), description="Which party was seen from when to when.")
    memberships: tuple[Membership, ...] = ()
    ballots: tuple[BallotCast, ...] = ()
    meetings_present: int = 0
    meetings_absent: int = 0
    items: tuple[ItemSummary, ...] = Field((), description="Points that name the person, newest first, at most 100.")


class PersonList(Page):
    """A page of persons in Danish order."""

    persons: tuple[PersonSummary, ...]


class OrganisationSummary(Shape):
    """A partner, agency, association or company."""

    id: str = Field(examples=["cykelforum"])
    name: str = Field(examples=["Cykelforum"])
    type: str | None = Field(None, examples=["association"])
    known: bool = Field(False, description="Nationally known; false: local, found by the grammar.")
    municipality: Named | None = None
    item_count: int


class Organisation(OrganisationSummary, Identity):
    """An organisation with its names, members and the points that name it."""

    renames: tuple[Rename, ...] = ()
    members: tuple[Named, ...] = ()
    part_of: tuple[Named, ...] = ()
    items: tuple[ItemSummary, ...] = Field((), description="Newest first, at most 100.")


class OrganisationList(Page):
    """A page of organisations in Danish order."""

    organisations: tuple[OrganisationSummary, ...]


class LawSummary(Shape):
    """A law, order or bylaw."""

    id: str = Field(examples=["lov-om-offentlige-veje"])
    title: str = Field(examples=["Lov om offentlige veje"])
    kind: str | None = Field(None, examples=["statute"])
    popular_names: tuple[str, ...] = Field((), examples=[["vejloven"]])
    item_count: int


class Provision(Shape):
    """A § of a law."""

    id: str
    name: str = Field(examples=["§ 15, stk. 2"])
    section: str | None = None
    subsection: str | None = None
    item_count: int


class Law(LawSummary, Identity):
    """A law with the sections that are named, and the points that name it."""

    provisions: tuple[Provision, ...] = ()
    items: tuple[ItemSummary, ...] = Field((), description="Newest first, at most 100.")


class ProvisionSummary(Provision):
    """A § with its law."""

    law: Named


class ProvisionList(Page):
    """A page of provisions, by law in Danish order, then by section."""

    provisions: tuple[ProvisionSummary, ...]


class ProvisionPoints(ProvisionSummary):
    """A § with the points that name it."""

    items: tuple[ItemSummary, ...] = Field((), description="Newest first, at most 100.")


class PartySummary(Shape):
    """A party's group in one municipality."""

    id: str = Field(examples=["nordlev.venstre"])
    name: str = Field(examples=["Venstre"])
    letters: tuple[str, ...] = Field((), examples=[["V"]])
    municipality: Named
    ballot_count: int = Field(description="Printed ballots for it: of persons, and as a block.")
    item_count: int


class PartySeat(Membership):
    """A seat of somebody who was once seen for the party in that body."""

    person: Named


class PartyVoter(Shape):
    """Somebody beside whose name the party is printed at a vote."""

    person: Named
    first: dt.date | None = None
    last: dt.date | None = None
    ballots: int


class Party(PartySummary):
    """A party with those who were seen for it, and the points that name it."""

    seats: tuple[PartySeat, ...] = Field((), description="Where lists print the party beside a name; at most 500.")
    voters: tuple[PartyVoter, ...] = Field((), description="Where votes print it beside a name; at most 500.")
    items: tuple[ItemSummary, ...] = Field((), description="Points that name it, newest first, at most 100.")


class PartyList(Page):
    """A page of parties in Danish order."""

    parties: tuple[PartySummary, ...]


class LawList(Page):
    """A page of laws in Danish order."""

    laws: tuple[LawSummary, ...]
