"""Findings as facts: every one with the line it starts on and the characters it covers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from spacy.tokens import Doc

from extract.document import Document
from extract.entities.agreements import AgreementFinding
from extract.entities.bills import BillFinding
from extract.entities.bodies import BodyFinding
from extract.entities.case_numbers import CaseNumberFinding
from extract.entities.component import Finding, findings, text_of
from extract.entities.dates import DateFinding
from extract.entities.followups import FollowUpFinding
from extract.entities.laws import LawFinding
from extract.entities.money import MoneyFinding
from extract.entities.offices import OfficeFinding
from extract.entities.organisations import OrganisationFinding
from extract.entities.parties import PartyFinding
from extract.entities.passages import Passage
from extract.entities.persons import PersonFinding
from extract.entities.plans import PlanFinding
from extract.entities.references import ReferenceFinding
from extract.entities.relations import RelationFinding
from extract.entities.renames import RenameFinding
from extract.entities.sentences import sentences
from extract.entities.successions import SuccessionFinding
from extract.evidence import Evidence, Stated
from extract.mentions import (
    AccountMention,
    AgreementMention,
    BillMention,
    BodyMention,
    BodyName,
    CaseNumberMention,
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
from extract.records import Decision, FollowUp, ItemRecord, Outcome, Relation, Rename, RenameKind

# The words in which a decision puts a matter off, recommends it, and says to whom
_DEFERRING = re.compile(r"(?<!\w)[Uu]d(?:sat|sættes|sættelse|skydes|skudt)(?!\w)")
_RECOMMENDING = re.compile(r"(?<!ikke )[Aa]nbefale\w|[Ii]ndstill(?:es|er)(?!\w)")
_RECOMMENDING_TO = re.compile(
    r"(?:[Aa]nbefale\w+|[Ii]ndstill(?:es|er))[^.;\n]*? (?:til|over ?for) |(?:anbefaler|indstiller) |med \w+ anbefaling"
)


def read_facts(doc: Doc, passage: Passage, item: ItemRecord, document: Document) -> dict[str, Any]:
    """The fields of an `ItemRecord` that entities fill."""
    motions = {
        vote.motion.evidence.line
        for decision in item.decisions
        for vote in decision.votes
        if isinstance(vote.motion, Stated)
    }  # what a motion asks for is not yet asked for
    quoted = {
        evidence.line for decision in item.decisions if not decision.own for evidence in decision.text_evidence
    }  # what another body asked for is its own point's
    stated = tuple(
        FollowUp(one.category, text_of(doc)[one.start : one.end], one.due, one.to, _evidence(one, passage, document))
        for one in findings(doc, FollowUpFinding)
        if passage.line(one.start).number not in motions | quoted
    )
    return {
        "mentions": tuple(_mentions(doc, passage, document)),
        "renames": tuple(
            Rename(one.old, one.new, one.date, _evidence(one, passage, document))
            for one in findings(doc, RenameFinding)
        )
        + tuple(
            Rename(
                one.old,
                one.new,
                one.date,
                _evidence(one, passage, document),
                RenameKind.MERGED_BODY if one.merged else RenameKind.BODY,
            )
            for one in findings(doc, SuccessionFinding)
        ),
        "relations": tuple(
            Relation(one.subject, one.predicate, one.object, _evidence(one, passage, document))
            for one in findings(doc, RelationFinding)
        ),
        "followups": (
            *stated,
            *(one for one in _decided(doc, passage, item, document) if not _is_stated(one, stated)),
        ),
    }


def _decided(doc: Doc, passage: Passage, item: ItemRecord, document: Document) -> Iterator[FollowUp]:
    """What the meeting's own decisions leave to do: a point put off, a recommendation that another body is to treat."""
    for decision in item.decisions:
        if not decision.own or not decision.text_evidence:
            continue
        for referral in (vote.referral for vote in decision.votes if vote.referral):
            yield FollowUp("referral", referral.text, None, referral.to, referral.evidence)
        said = partial(_sentence, doc, passage, decision, document)
        if Outcome.DEFERRED in decision.outcomes:
            text, evidence = said(_DEFERRING)
            yield FollowUp("deferral", text, None, decision.body.name, evidence)
        recommended = [
            one
            for one in findings(doc, RelationFinding)
            if one.predicate == "RECOMMENDS_TO" and one.subject == decision.body.name
        ]
        later = [step for step in item.procedure if step.date and decision.date and step.date > decision.date]
        if recommended or (Outcome.RECOMMENDED in decision.outcomes and later):
            to = recommended[0].object if recommended else later[0].body.name
            due = next((step.date for step in later if step.date and step.body.name == to), None)
            text, evidence = said(_RECOMMENDING_TO, _RECOMMENDING)
            yield FollowUp("recommendation_to_body", text, due.isoformat() if due else None, to, evidence)


def _is_stated(one: FollowUp, stated: Sequence[FollowUp]) -> bool:
    """Whether a sentence has said it in its own words: a point is put off once, and sent to a body once."""
    same = [other for other in stated if other.kind == one.kind]
    return bool(same) if one.kind == "deferral" else any(other.to == one.to for other in same)


def _sentence(
    doc: Doc, passage: Passage, decision: Decision, document: Document, *ways: re.Pattern[str]
) -> tuple[str, Evidence]:
    """The sentence of a decision that says it, in the first way of all that is found; else the whole decision."""
    text, spans = text_of(doc), [(one.start, one.end) for one in decision.text_evidence]
    for saying in ways:
        for start, end in sentences(doc):
            if saying.search(text, start, end):
                stop = start + len(text[start:end].rstrip())
                evidence = passage.evidence(document, start, stop, "decision.text", 1.0)
                if any(first <= evidence.start < last for first, last in spans):
                    return text[start:stop], evidence
    return decision.text, decision.text_evidence[0]


def _evidence(one: Finding, passage: Passage, document: Document) -> Evidence:
    return passage.evidence(document, one.start, one.end, one.rule, one.confidence)


def _mentions(doc: Doc, passage: Passage, document: Document) -> Iterator[Mention]:
    found = [(finding, make) for kind, make in _MAKERS.items() for finding in findings(doc, kind)]
    for finding, make in sorted(found, key=lambda pair: (pair[0].start, pair[0].end, pair[0].rule)):
        common = {
            "surface": text_of(doc)[finding.start : finding.end],
            "evidence": _evidence(finding, passage, document),
            "where": passage.paragraph(finding.start).where,
        }
        yield make(finding, common)


def _person(one: PersonFinding, common: dict[str, Any]) -> Mention:
    return PersonMention(**common, name=one.person, role=one.role, party_surface=one.party_surface)


def _party(one: PartyFinding, common: dict[str, Any]) -> Mention:
    return PartyMention(**common, name=one.party)


def _organisation(one: OrganisationFinding, common: dict[str, Any]) -> Mention:
    return OrganisationMention(**common, name=one.name, type=one.type, known=one.known)


def _body(one: BodyFinding, common: dict[str, Any]) -> Mention:
    return BodyMention(**common, body=BodyName(common["surface"], one.body, one.term), own=one.own)


def _law(one: LawFinding, common: dict[str, Any]) -> Mention:
    return LawMention(
        **common, law=one.law, section=one.section, subsection=one.subsection, kind=one.kind, popular_name=one.popular
    )


def _bill(one: BillFinding, common: dict[str, Any]) -> Mention:
    if one.account:
        return AccountMention(**common, account=one.account, name=one.name)
    return BillMention(**common, number=one.number)


def _date(one: DateFinding, common: dict[str, Any]) -> Mention:
    return DateMention(**common, date=one.value)


def _money(one: MoneyFinding, common: dict[str, Any]) -> Mention:
    return MoneyMention(**common, amount=one.amount)


def _case_number(one: CaseNumberFinding, common: dict[str, Any]) -> Mention:
    return CaseNumberMention(**common, number=one.number)


def _reference(one: ReferenceFinding, common: dict[str, Any]) -> Mention:
    body = BodyName(one.body, one.body) if one.body else None
    return ReferenceMention(
        **common, body=body, own=one.own, date=one.date, item_number=one.item_number, sentence=one.sentence
    )


def _agreement(one: AgreementFinding, common: dict[str, Any]) -> Mention:
    return AgreementMention(**common, name=one.name, kind=one.category)


def _office(one: OfficeFinding, common: dict[str, Any]) -> Mention:
    return OfficeMention(**common, name=one.name)


def _plan(one: PlanFinding, common: dict[str, Any]) -> Mention:
    return PlanMention(**common, name=one.name, kind=one.category, number=one.number, area=one.area)


_MAKERS: dict[type[Finding], Callable[[Any, dict[str, Any]], Mention]] = {
    PersonFinding: _person,
    PartyFinding: _party,
    OrganisationFinding: _organisation,
    BodyFinding: _body,
    LawFinding: _law,
    BillFinding: _bill,
    DateFinding: _date,
    MoneyFinding: _money,
    CaseNumberFinding: _case_number,
    ReferenceFinding: _reference,
    AgreementFinding: _agreement,
    OfficeFinding: _office,
    PlanFinding: _plan,
}
