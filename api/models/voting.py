"""Decisions and votes as lists: each with the point where it stands."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from api.models.base import Named, Page, Table
from api.models.identity import Membership
from api.models.items import Absence, Decision, ItemSummary, Vote
from api.models.meetings import MeetingSummary
from api.models.names import BallotCast


class DecisionMade(Decision):
    """A decision with the point where it stands."""

    item: ItemSummary


class DecisionList(Page):
    """A page of decisions, each once, newest first unless ``sort`` says otherwise."""

    decisions: tuple[DecisionMade, ...]


class VoteTaken(Vote):
    """A vote with its decision and the point where it was taken."""

    decision: str = Field(description="The id of the decision.")
    date: dt.date | None = None
    body: Named | None = None
    item: ItemSummary


class VoteList(Page):
    """A page of votes, each once, newest first unless ``sort`` says otherwise."""

    votes: tuple[VoteTaken, ...]


class BallotList(Page):
    """A page of one person's ballots, newest first unless ``sort`` says otherwise."""

    ballots: tuple[BallotCast, ...]


class MembershipList(Table):
    """Where a person sits, at most 200 seats, latest seen first."""

    memberships: tuple[Membership, ...]


class AbsenceFrom(Absence):
    """An absence with the meeting, and the point where it was from one point only."""

    meeting: MeetingSummary
    item: ItemSummary | None = None


class AbsenceList(Page):
    """A page of one person's absences, newest first unless ``sort`` says otherwise."""

    absences: tuple[AbsenceFrom, ...]
