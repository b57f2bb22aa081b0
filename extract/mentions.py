"""What the text of a point names, span by span: persons, parties, organisations, bodies, laws, dates, amounts.

A mention says what stands there, as this document prints it; who or what that is across documents, `graph` judges.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from extract.evidence import Evidence


class MentionKind(StrEnum):
    """What a span names."""

    PERSON = "person"
    PARTY = "party"
    ORGANISATION = "organisation"
    BODY = "body"
    LAW = "law"
    CASE_NUMBER = "case-number"
    REFERENCE = "reference"  # another meeting or point
    DATE = "date"
    MONEY = "money"
    BILL = "bill"
    ACCOUNT = "account"  # finance-act account, looks like a section
    AGREEMENT = "agreement"
    OFFICE = "office"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class BodyName:
    """A committee or council as one place prints it."""

    surface: str
    name: str  # term cut off, linking hyphen as Danish spelling has it: "Beskæftigelses- og …"
    term: str | None = None  # "2022-2025", where printed


@dataclass(frozen=True, slots=True)
class _Mention:
    """What all spans have. `evidence.quote` is the raw surface; `surface` the repaired one."""

    surface: str
    evidence: Evidence
    where: str  # canonical name of the section, "Titel" or "Bilag"


@dataclass(frozen=True, slots=True)
class PersonMention(_Mention):
    """A member or other person in public office, by full name or unambiguous part of a rostered name."""

    name: str
    role: str | None = None  # "absent", "formand", …
    party_surface: str | None = None


@dataclass(frozen=True, slots=True)
class PartyMention(_Mention):
    """A party by letters in brackets or by name."""

    name: str


@dataclass(frozen=True, slots=True)
class OrganisationMention(_Mention):
    """A partner, agency, association, company, municipality, collaboration."""

    name: str  # canonical
    type: str  # "municipality", "agency", "association", "company", "collaboration", …
    known: bool  # in the national lexicon (shared by all municipalities); False: local, found by grammar
    optional: bool = False  # a unit of the municipality itself


@dataclass(frozen=True, slots=True)
class BodyMention(_Mention):
    """A municipal committee or the council."""

    body: BodyName
    own: bool


@dataclass(frozen=True, slots=True)
class LawMention(_Mention):
    """A law, with its section where one is named."""

    law: str  # official title
    section: str | None  # bare: "23", "15 a"
    subsection: str | None  # bare: "2"
    kind: str  # "statute", "order", "bylaw", "appropriation-act"
    popular_name: str | None = None


@dataclass(frozen=True, slots=True)
class CaseNumberMention(_Mention):
    """A case number in running text."""

    number: str


@dataclass(frozen=True, slots=True)
class ReferenceMention(_Mention):
    """A point or meeting that the text refers to."""

    body: BodyName | None  # None: not named ("udvalget" is resolved to the meeting's own body by `own`)
    own: bool
    date: str  # ISO date or partial ("2022-06")
    item_number: str | None
    sentence: str = ""  # in which it stands, as read


@dataclass(frozen=True, slots=True)
class DateMention(_Mention):
    """A date or period: ISO, partial (`2025-09`, `2024-Q3`, `2024-spring`), or `a/b`."""

    date: str


@dataclass(frozen=True, slots=True)
class MoneyMention(_Mention):
    """An amount in Danish kroner."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class BillMention(_Mention):
    """A bill before Folketinget."""

    number: str | None


@dataclass(frozen=True, slots=True)
class AccountMention(_Mention):
    """A finance-act account."""

    account: str
    name: str | None


@dataclass(frozen=True, slots=True)
class AgreementMention(_Mention):
    """A political agreement, reform or partnership that is not a law."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class OfficeMention(_Mention):
    """A post without a name: "Direktøren for …"."""

    name: str


@dataclass(frozen=True, slots=True)
class PlanMention(_Mention):
    """A plan under the planning act, and the place that it is for."""

    name: str  # kind and number: "Lokalplan 4.21", "Kommuneplantillæg 7 til Kommuneplan 2021"
    kind: str  # "lokalplan", "kommuneplantillæg", …
    number: str  # bare: "4.21"
    area: str | None = None  # as printed, without house numbers: "et sommerhusområde ved Sletten"


Mention: TypeAlias = (
    PersonMention
    | PartyMention
    | OrganisationMention
    | BodyMention
    | LawMention
    | CaseNumberMention
    | ReferenceMention
    | DateMention
    | MoneyMention
    | BillMention
    | AccountMention
    | AgreementMention
    | OfficeMention
    | PlanMention
)
