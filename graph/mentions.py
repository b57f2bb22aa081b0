"""What the text of a point names, and what it states about organisations, as nodes and relations."""

from __future__ import annotations

from collections.abc import Mapping

from extract.evidence import value_of
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
    MentionKind,
    MoneyMention,
    OfficeMention,
    OrganisationMention,
    PartyMention,
    PersonMention,
    PlanMention,
    ReferenceMention,
)
from extract.records import Relation, Rename, RenameKind
from graph import ids
from graph.facts import Gathering, evidence_row
from graph.naming import (
    name_body,
    name_case_number,
    name_law,
    name_local_organisation,
    name_office,
    name_organisation,
    name_party,
    name_person,
    name_plan,
    section_name,
)

CONSISTS_OF = "CONSISTS_OF"

_KINDS: Mapping[type, MentionKind] = {
    PersonMention: MentionKind.PERSON,
    PartyMention: MentionKind.PARTY,
    OrganisationMention: MentionKind.ORGANISATION,
    BodyMention: MentionKind.BODY,
    LawMention: MentionKind.LAW,
    CaseNumberMention: MentionKind.CASE_NUMBER,
    ReferenceMention: MentionKind.REFERENCE,
    DateMention: MentionKind.DATE,
    MoneyMention: MentionKind.MONEY,
    BillMention: MentionKind.BILL,
    AccountMention: MentionKind.ACCOUNT,
    AgreementMention: MentionKind.AGREEMENT,
    OfficeMention: MentionKind.OFFICE,
    PlanMention: MentionKind.PLAN,
}


def assemble_mention(gathering: Gathering, mention: Mention, item: str) -> None:
    """Add a span and the thing it names; a reference to another point is a fact of its own as well."""
    kind, (name, detail) = _KINDS[type(mention)], _described(mention)
    place = mention.evidence
    id_ = gathering.node(
        "Mention",
        ids.part_id(item, "mention", kind.value, f"{place.start}-{place.end}"),
        kind=kind.value,
        surface=mention.surface,
        name=name,
        where=mention.where,
        detail=detail,
        **evidence_row(place),
    )
    gathering.relate(("AgendaItem", item), "HAS_MENTION", ("Mention", id_))
    gathering.relate(("Mention", id_), "IN_DOCUMENT", ("Document", place.document))
    thing = _resolve(gathering, mention)
    if thing:
        gathering.relate(("Mention", id_), "RESOLVED_TO", thing)
        gathering.count(("AgendaItem", item), "MENTIONS", thing)
    if isinstance(mention, ReferenceMention):
        _add_reference(gathering, mention, item)


def _resolve(gathering: Gathering, mention: Mention) -> tuple[str, str] | None:
    """What a mention names, as (label, id); dates, amounts, bills and accounts are no nodes."""
    match mention:
        case PersonMention():
            person = name_person(gathering, mention.name)
            return ("Person", person) if person else None
        case PartyMention():
            return "Party", name_party(gathering, mention.name, mention.surface)
        case OrganisationMention():
            return "Organisation", name_organisation(gathering, mention)
        case BodyMention():
            return "Body", name_body(gathering, mention.body)
        case LawMention():
            return name_law(gathering, mention)
        case CaseNumberMention():
            return "CaseNumber", name_case_number(gathering, mention.number)
        case OfficeMention():
            return "Office", name_office(gathering, mention.name)
        case PlanMention():
            return "Plan", name_plan(gathering, mention)
        case _:
            return None


def _described(mention: Mention) -> tuple[str | None, str | None]:
    """The repaired name of what is named, and what its kind says beside it."""
    match mention:
        case PersonMention():
            return mention.name, mention.role
        case OrganisationMention():
            return mention.name, mention.type
        case AgreementMention():
            return mention.name, mention.kind
        case PlanMention():
            return mention.name, mention.area
        case PartyMention() | OfficeMention():
            return mention.name, None
        case BodyMention():
            return mention.body.name, mention.body.term
        case LawMention():
            return mention.law, section_name(mention.section, mention.subsection) if mention.section else None
        case CaseNumberMention():
            return mention.number, None
        case ReferenceMention():
            return mention.body.name if mention.body else None, mention.date
        case DateMention():
            return None, mention.date
        case MoneyMention():
            return None, format(mention.amount.normalize(), "f")
        case BillMention():
            return mention.number, None
        case AccountMention():
            return mention.name, mention.account


def _add_reference(gathering: Gathering, mention: ReferenceMention, item: str) -> None:
    body = mention.body or (value_of(gathering.record.body) if mention.own else None)
    id_ = gathering.node(
        "Reference",
        ids.part_id(item, "reference", f"{mention.evidence.start}-{mention.evidence.end}"),
        surface=mention.surface,
        sentence=mention.sentence,
        date=mention.date,
        item_number=mention.item_number,
        body=ids.body_id(gathering.municipality, body.name) if body else None,
    )
    gathering.relate(("AgendaItem", item), "HAS_REFERENCE", ("Reference", id_))
    gathering.support("Reference", id_, "surface", mention.surface, mention.evidence)


def _organisation(gathering: Gathering, name: str) -> str:
    mention = gathering.organisations.get(name)
    return name_organisation(gathering, mention) if mention else name_local_organisation(gathering, name)


def assemble_rename(gathering: Gathering, rename: Rename, item: str) -> None:
    """Add a change of name; both names are organisations, or both are bodies, which it leaves two."""
    id_ = gathering.node(
        "Rename",
        ids.part_id(item, "rename", rename.old, rename.new),
        kind=rename.kind.value,
        old=rename.old,
        new=rename.new,
        date=rename.date,
    )
    gathering.relate(("AgendaItem", item), "STATES_RENAME", ("Rename", id_))
    for type_, name in (("OLD_NAME", rename.old), ("NEW_NAME", rename.new)):
        if rename.kind is RenameKind.ORGANISATION:
            gathering.relate(("Rename", id_), type_, ("Organisation", _organisation(gathering, name)))
        else:
            gathering.relate(("Rename", id_), type_, ("Body", name_body(gathering, BodyName(name, name))))
    gathering.support("Rename", id_, "names", f"{rename.old} {rename.new} {rename.date}", rename.evidence)


def assemble_statement(gathering: Gathering, relation: Relation, item: str) -> None:
    """Add a relation that the text states. Its ends are joined to organisations where the record mentions them as such.

    A government also consists of parties: what stands at an end is not an organisation by the predicate alone.
    """
    id_ = gathering.node(
        "Statement",
        ids.part_id(item, "statement", relation.predicate, relation.subject, relation.object),
        subject=relation.subject,
        predicate=relation.predicate,
        object=relation.object,
    )
    gathering.relate(("AgendaItem", item), "STATES", ("Statement", id_))
    gathering.support("Statement", id_, "predicate", relation.predicate, relation.evidence)
    for type_, name in (("HAS_SUBJECT", relation.subject), ("HAS_OBJECT", relation.object)):
        if name in gathering.organisations:
            gathering.relate(("Statement", id_), type_, ("Organisation", _organisation(gathering, name)))
