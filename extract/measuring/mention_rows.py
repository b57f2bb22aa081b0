"""What a point names, as rows of an annotation: organisations, bodies, persons, laws, money, dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from extract.document import Document
from extract.evidence import Evidence, Stated, value_of
from extract.measuring.vote_rows import people_in_votes, voters_of
from extract.mentions import (
    AccountMention,
    AgreementMention,
    BillMention,
    BodyMention,
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
from extract.records import AttendanceStatus, ItemRecord, MeetingRecord

Row = dict[str, Any]
M = TypeVar("M", bound=Mention)

_OF_EXPLANATIONS = "votes.explanation"
_APART: Row = {"count": 1, "rule": ""}  # what does not tell two rows apart


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rows of a point need to know of the rest of its document."""

    document: Document
    own_body: str | None
    parties: Mapping[str, str]  # letters as printed: full name

    @classmethod
    def of(cls, record: MeetingRecord, document: Document) -> Surroundings:
        """The surroundings of the points of one meeting."""
        body = value_of(record.body)
        return cls(document, body.name if body else None, dict(_party_names(record.items)))

    def prints(self, text: str, line: int) -> bool:
        """Whether a text stands on a line, as printed or as repaired."""
        printed = self.document.line(line)
        return bool(text) and (text in printed.raw or text in printed.text)

    def in_table(self, line: int) -> bool:
        """Whether a line is a row of a table."""
        return self.document.line(line).cells is not None


def mention_rows(item: ItemRecord, surroundings: Surroundings) -> Row:
    """The tables of a point that list what it names, each in the order of the text."""
    return {
        "laws": _counted(_law_row(law) for law in _mentions(item, LawMention)),
        "bills": _counted(_bill_row(bill) for bill in _mentions(item, BillMention)),
        "accounts": _counted(_account_row(account) for account in _mentions(item, AccountMention)),
        "organisations": _counted(_organisation_row(one) for one in _mentions(item, OrganisationMention)),
        "bodies": _counted(_body_rows(item, surroundings)),
        "persons": list(_person_rows(item, surroundings)),
        "parties": _counted(_party_row(party) for party in _mentions(item, PartyMention)),
        "money": _counted(_money_row(money, surroundings) for money in _mentions(item, MoneyMention)),
        "date_refs": _counted(_date_rows(item, surroundings)),
        "agreements": list(_agreement_rows(item)),
        "roles": _counted(_office_rows(item)),
        "places": _counted(_place_rows(item)),
    }


def surface_of(evidence: Evidence, repaired: str | None = None) -> str:
    """What is printed, raw; of a name that runs over the end of a line the repaired form, where there is one."""
    if "\n" not in evidence.quote:
        return evidence.quote
    return repaired or " ".join(evidence.quote.split())


def _mentions(item: ItemRecord, kind: type[M]) -> list[M]:
    found = [mention for mention in item.mentions if isinstance(mention, kind)]
    return sorted(found, key=lambda mention: (mention.evidence.start, mention.evidence.end))


def _counted(rows: Iterable[Row]) -> list[Row]:
    """Rows, equal ones once, with `count`. Where two rules say the same, the first is named."""
    distinct: list[Row] = []
    for row in rows:
        same = next((one for one in distinct if one | _APART == row | _APART), None)
        if same is None:
            distinct.append(row)
        else:
            same["count"] = same.get("count", 1) + 1
    return distinct


def _party_names(items: Iterable[ItemRecord]) -> Iterator[tuple[str, str]]:
    """(letters, full name) wherever the document gives both."""
    for item in items:
        yield from ((mention.surface.strip("()"), mention.name) for mention in _mentions(item, PartyMention))
        for voter in voters_of(item):
            if voter.party_surface and voter.party:
                yield voter.party_surface.strip("()"), voter.party


def _common(mention: Mention) -> Row:
    surface = surface_of(mention.evidence, mention.surface)
    return {"surface": surface, "line": mention.evidence.line, "rule": mention.evidence.rule}


def _law_row(law: LawMention) -> Row:
    return _common(law) | {
        "law": law.law,
        "section": law.section,
        "subsection": law.subsection,
        "where": law.where,
        "kind": law.kind.replace("-", "_"),
        **({"popular_name": law.popular_name} if law.popular_name else {}),
    }


def _bill_row(bill: BillMention) -> Row:
    return _common(bill) | {"number": bill.number}


def _account_row(account: AccountMention) -> Row:
    return _common(account) | {"account": account.account, "name": account.name}


def _organisation_row(one: OrganisationMention) -> Row:
    optional = {"optional": True} if one.optional else {}
    return _common(one) | {"canonical": one.name, "type": one.type, "where": one.where, **optional}


def _party_row(party: PartyMention) -> Row:
    return _common(party) | {"canonical": party.name}


def _office_rows(item: ItemRecord) -> Iterator[Row]:
    """Posts without a name, but for the proposer, who has a field of its own."""
    proposer = item.proposer.evidence if isinstance(item.proposer, Stated) else None
    for office in _mentions(item, OfficeMention):
        if proposer is None or not _overlap(office.evidence, proposer):
            yield _common(office) | {"canonical": office.name}


def _place_rows(item: ItemRecord) -> Iterator[Row]:
    """The places that plans are for."""
    for plan in _mentions(item, PlanMention):
        if plan.area:
            yield _common(plan) | {"surface": plan.area, "canonical": plan.area, "plan": plan.name}


def _money_row(money: MoneyMention, surroundings: Surroundings) -> Row:
    in_table = {"in_table": True} if surroundings.in_table(money.evidence.line) else {}
    return _common(money) | {"amount_dkk": _number(money.amount), **in_table}


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _body_rows(item: ItemRecord, surroundings: Surroundings) -> Iterator[Row]:
    """Committees by mention, and those of procedure and decisions that no mention covers."""
    covered = set()
    for mention in _mentions(item, BodyMention):
        covered.add((mention.body.name, mention.evidence.line))
        yield _common(mention) | {"canonical": mention.body.name, "where": mention.where, "self": mention.own}
    steps = [(step.body, step.evidence, "Procedure") for step in item.procedure]
    events = [(decision.body, decision.evidence, "Beslutning") for decision in item.decisions]
    for body, evidence, where in (*steps, *events):
        line = evidence.line
        if (body.name, line) not in covered and surroundings.prints(body.surface, line):
            covered.add((body.name, line))
            own = body.name == surroundings.own_body
            name = {"surface": body.surface, "canonical": body.name}
            yield name | {"line": line, "where": where, "self": own, "rule": evidence.rule}


def _person_rows(item: ItemRecord, surroundings: Surroundings) -> Iterator[Row]:
    """One row for each name and line: mentions, then voters and absent members that no mention covers."""
    rows: dict[tuple[str, int], Row] = {}
    roles = {(name, line): role for name, _, line, role in people_in_votes(item)}
    roles |= {(one.name, one.evidence.line): "absent" for one in item.absences if one.status is AttendanceStatus.ABSENT}
    for mention in _mentions(item, PersonMention):
        place = (mention.name, mention.evidence.line)
        party = surroundings.parties.get((mention.party_surface or "").strip("()"), mention.party_surface)
        role = mention.role or roles.get(place)
        rows.setdefault(place, _person_row(*place, party, role, mention.where, mention.evidence.rule))
    for name, voter, line, role in people_in_votes(item):
        party, rule = (voter.party, voter.evidence.rule) if voter else (None, _OF_EXPLANATIONS)
        rows.setdefault((name, line), _person_row(name, line, party, role, "Beslutning", rule))
    for one in item.absences:
        if one.scope == "header":
            continue  # a row of the meeting's own list
        place = (one.name, one.evidence.line)
        rows.setdefault(place, _person_row(*place, None, roles.get(place), "Fraværende", one.evidence.rule))
    yield from sorted(rows.values(), key=lambda row: row["line"])


def _person_row(name: str, line: int, party: str | None, role: str | None, where: str, rule: str) -> Row:
    return {"name": name, "party": party, "role": role, "line": line, "where": where, "rule": rule}


def _date_rows(item: ItemRecord, surroundings: Surroundings) -> Iterator[Row]:
    """Dates, and the meetings that the text refers to; not the dates of procedure and of the headings of decisions."""
    references = _mentions(item, ReferenceMention)
    headings = _heading_lines(item)
    covered = set()
    for date in _mentions(item, DateMention):
        reference = next((one for one in references if _overlap(one.evidence, date.evidence)), None)
        covered.add(reference)
        if date.evidence.line not in headings:
            yield _date_row(date, date.date, reference, surroundings)
    for reference in references:
        if reference not in covered and reference.evidence.line not in headings:
            yield _date_row(reference, reference.date, reference, surroundings)


def _heading_lines(item: ItemRecord) -> set[int]:
    texts = {evidence.line for decision in item.decisions for evidence in decision.text_evidence}
    headings = {decision.evidence.line for decision in item.decisions} - texts
    return headings | {step.evidence.line for step in item.procedure}


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end


def _date_row(
    mention: DateMention | ReferenceMention,
    date: str,
    reference: ReferenceMention | None,
    surroundings: Surroundings,
) -> Row:
    row = _common(mention) | {"iso_or_partial": date}
    if reference is None:
        return row | {"meaning": None}
    body = surroundings.own_body if reference.own else reference.body.name if reference.body else None
    return row | {"meaning": "earlier treatment by body", "body": body}


def _agreement_rows(item: ItemRecord) -> Iterator[Row]:
    """Each agreement where the point first names it."""
    named = set()
    for agreement in _mentions(item, AgreementMention):
        if agreement.name not in named:
            named.add(agreement.name)
            yield _common(agreement) | {"canonical": agreement.name, "kind": agreement.kind.replace("-", "_")}
