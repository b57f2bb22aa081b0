"""The words and patterns of the grammar: data files beside this module, validated when they are first read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict

from extract.records import AttendanceStatus, AttendeeKind, ItemKind, Outcome


def _compiles(pattern: str) -> str:
    re.compile(pattern)
    return pattern


Pattern = Annotated[str, AfterValidator(_compiles)]


class Data(BaseModel):
    """What a data file holds; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=Data)


def _load(name: str, model: type[Model]) -> Model:
    return model.model_validate(tomllib.loads(files(__package__).joinpath("data", name).read_text("utf-8")))


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longer before what it begins with."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


class SectionRole(StrEnum):
    """What a section is for, whatever its heading is called."""

    SUMMARY = "summary"
    ACCOUNT = "account"
    RECOMMENDATION = "recommendation"
    PROCEDURE = "procedure"
    DECISION = "decision"
    ABSENCE = "absence"
    ATTACHMENTS = "attachments"
    HISTORY = "history"
    OTHER = "other"


class HeadingForm(Data):
    """Headings of one role; `name` is the canonical name, without it the heading is named as printed."""

    role: SectionRole
    forms: tuple[str, ...]
    name: str | None = None
    patterns: tuple[Pattern, ...] = ()  # of whole headings, beside the forms
    run_in: bool = False  # may be followed by its text on the same line, after a colon


class Headings(Data):
    """headings.toml"""

    heading: tuple[HeadingForm, ...]
    decision_words: tuple[str, ...]
    own_decision: Pattern
    decision_parts: Pattern
    possessive: Pattern
    possessive_dated: Pattern
    told_words: tuple[str, ...]
    verb_dated: Pattern
    proposer_sentence: Pattern
    point_reference: Pattern


class MonthNames(Data):
    """dates.toml"""

    months: dict[str, int]


class BodyWords(Data):
    """bodies.toml"""

    heads: tuple[str, ...]
    names: tuple[str, ...]
    prefixes: tuple[str, ...]
    articles: dict[str, str]  # the article that running text adds to a name ending so
    linking_s: tuple[str, ...]
    linking_s_exceptions: tuple[str, ...]
    common: tuple[str, ...]
    cut_name: Pattern
    abbreviation_before: Pattern
    abbreviation_after: Pattern
    headed_by_initials: Pattern
    joint_meeting: Pattern


class HeaderField(StrEnum):
    """What a label in the header of a meeting introduces."""

    DATE = "date"
    TIME = "time"
    PLACE = "place"
    BODY = "body"
    MUNICIPALITY = "municipality"
    ATTENDEES = "attendees"
    OTHER = "other"  # known, so that the field before it ends here


class LabelForm(Data):
    """Labels of one field; for lists of names also what they say about the people."""

    field: HeaderField
    forms: tuple[str, ...]
    status: AttendanceStatus = AttendanceStatus.PRESENT
    kind: AttendeeKind = AttendeeKind.MEMBER


class Labels(Data):
    """labels.toml"""

    label: tuple[LabelForm, ...]
    title_words: tuple[str, ...]
    absence_marks: tuple[str, ...]
    case_number: tuple[str, ...]
    not_case_number: tuple[str, ...]
    openness: Pattern
    closed: Pattern
    closed_sentence: Pattern
    open: Pattern
    open_mark: Pattern
    leading_mark: Pattern
    parting: Pattern
    point_ends: Pattern
    neighbour: Pattern
    openness_beside: Pattern
    title_label: Pattern
    navigation: tuple[str, ...]
    breadcrumbs: Pattern
    closing: Pattern
    address: Pattern
    place_words: Pattern


class CaseNumbers(Data):
    """casenumbers.toml"""

    bare: tuple[Pattern, ...]
    labelled: tuple[Pattern, ...]
    topic: Pattern


class OutcomeForm(Data):
    """The patterns of one outcome."""

    outcome: Outcome
    patterns: tuple[Pattern, ...]


class Outcomes(Data):
    """outcomes.toml"""

    form: tuple[OutcomeForm, ...]
    abbreviations: tuple[str, ...]
    subordinate: Pattern
    individual: Pattern
    elected: Pattern
    fallen_proposal: Pattern
    delay: Pattern
    delay_proposed: Pattern
    decides_to_recommend: Pattern
    not_released: Pattern
    tie: Pattern  # a proposal that lapsed because the votes were even: that is what was decided
    minority: Pattern
    statement: Pattern  # of a minority, for the minutes
    moved: Pattern  # how the decision relates to the recommendation: from here
    amendment_subject: Pattern
    returned: Pattern
    partial: Pattern
    amends: Pattern
    conditional: Pattern
    followed: Pattern
    of_something: Pattern
    decision_begins: Pattern  # the first words of a decision that has no heading
    voters_begin: Pattern
    vote_begins: Pattern  # the first words of a sentence that tells of voters


class KindForm(Data):
    """Titles of one kind of point."""

    kind: ItemKind
    titles: tuple[Pattern, ...]


class Kinds(Data):
    """kinds.toml"""

    form: tuple[KindForm, ...]
    orientation_recommendation: Pattern


class Language(Data):
    """A neighbouring language by its small words."""

    name: str
    theirs: tuple[str, ...]
    danish: tuple[str, ...]


class StrangeKind(Data):
    """A kind of document that is no minutes."""

    name: str  # with its article
    top: Pattern  # of one of the first lines
    signs: tuple[Pattern, ...]
    least: int  # different signs that must stand in it
    counted: bool = False  # or so many of any of them


class Strangers(Data):
    """strangers.toml"""

    language: tuple[Language, ...]
    kind: tuple[StrangeKind, ...]


class AbsencePatterns(Data):
    """attendance.toml"""

    block: Pattern  # the label of a list of absentees after a decision, alone or with the names
    trailing: Pattern  # a sentence that is nothing but who was away
    footer: Pattern  # the same label without a colon: the foot of a point
    disqualified: tuple[Pattern, ...]
    left: tuple[Pattern, ...]
    left_for_good: Pattern
    arrived: tuple[Pattern, ...]
    took_no_part: tuple[Pattern, ...]
    offices: tuple[str, ...]
    ranks: tuple[str, ...]
    substitute: Pattern
    nobody: Pattern
    everybody_but: Pattern
    was_away: Pattern
    absence_tail: Pattern
    takes_part: Pattern
    stands_in: Pattern
    table: Pattern
    officials: Pattern
    goes: Pattern
    comes: Pattern
    misses: Pattern
    misses_disqualified: Pattern
    instead: Pattern
    who_sits: Pattern
    sat_for: Pattern
    moved_at: Pattern
    before_words: tuple[str, ...]
    after_words: tuple[str, ...]


class VotePatterns(Data):
    """votes.toml"""

    for_label: Pattern
    against_label: Pattern
    abstain_label: Pattern
    before_label: Pattern
    against_after: Pattern
    counted: Pattern
    label_count: Pattern
    majority: Pattern
    minority: Pattern
    outvoted: Pattern
    others: Pattern
    wants_other: Pattern
    agrees: Pattern
    dissents: Pattern
    against_of: Pattern
    against_all: Pattern
    votes_before: Pattern
    against_count: Pattern
    aside: Pattern
    remark: Pattern
    verb_first: Pattern
    recommend: Pattern
    recommend_not: Pattern
    recommend_that: Pattern
    recommended_by: Pattern
    members_of: Pattern
    save: Pattern
    protocol: Pattern
    statement: Pattern
    statement_by: Pattern
    statement_text: Pattern
    wish: Pattern
    reason_said: tuple[Pattern, ...]
    reason_goes_on: Pattern
    tally_subject: Pattern
    tally_subject_after: Pattern
    withdrawn: Pattern
    result_subject: Pattern
    casts: Pattern
    casts_for: Pattern
    casts_against: Pattern
    refuses: Pattern
    abstains: Pattern
    explains: Pattern
    motion_by: tuple[Pattern, ...]
    proposal: tuple[Pattern, ...]
    moved_tally: tuple[Pattern, ...]
    motion_settled: Pattern
    motion_ends: Pattern
    motion_here: tuple[Pattern, ...]
    moved_phrase: tuple[Pattern, ...]
    put_to_vote: Pattern
    tally: tuple[Pattern, ...]
    abstain_count: Pattern
    against_after_tally: Pattern
    members_cast: Pattern
    more_cast: Pattern
    elsewhere: Pattern
    only: Pattern
    in_all: Pattern
    majority_object: Pattern
    initiative_title: Pattern
    the_proposal: Pattern
    asked: Pattern
    part: Pattern
    agreed_object: Pattern
    decides_to_approve: Pattern
    decides: Pattern
    disqualified_fact: Pattern
    rest_of: Pattern
    moved_object: Pattern
    is_recommended: Pattern
    choice_follows: Pattern
    chosen: Pattern
    ballot: tuple[Pattern, ...]
    one_by_one: Pattern
    referral: tuple[Pattern, ...]
    no_party: tuple[str, ...]
    outside_parties: tuple[str, ...]
    particles: tuple[str, ...]
    letters: Pattern
    list_joint: Pattern
    nobody: Pattern
    object: Pattern
    tally_object: Pattern
    disqualification: Pattern
    disqualified_question: Pattern
    disqualified_result: Pattern


@cache
def headings() -> Headings:
    """Headings of sections."""
    return _load("headings.toml", Headings)


@cache
def month_names() -> MonthNames:
    """Names of months."""
    return _load("dates.toml", MonthNames)


@cache
def body_words() -> BodyWords:
    """What names of bodies are made of."""
    return _load("bodies.toml", BodyWords)


@cache
def labels() -> Labels:
    """Labels of the header and of the head of a point."""
    return _load("labels.toml", Labels)


@cache
def case_numbers() -> CaseNumbers:
    """Forms of case numbers."""
    return _load("casenumbers.toml", CaseNumbers)


@cache
def outcomes() -> Outcomes:
    """What decisions say."""
    return _load("outcomes.toml", Outcomes)


@cache
def kinds() -> Kinds:
    """Kinds of points by title."""
    return _load("kinds.toml", Kinds)


@cache
def strangers() -> Strangers:
    """What is no minutes."""
    return _load("strangers.toml", Strangers)


@cache
def absence_patterns() -> AbsencePatterns:
    """Who was not there."""
    return _load("attendance.toml", AbsencePatterns)


@cache
def vote_patterns() -> VotePatterns:
    """How votes are told."""
    return _load("votes.toml", VotePatterns)


@cache
def compiled(pattern: str, *, ignore_case: bool = True) -> re.Pattern[str]:
    """A pattern of the data files, compiled once."""
    return re.compile(pattern, re.IGNORECASE if ignore_case else 0)
