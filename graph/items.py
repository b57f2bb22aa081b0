"""One point of a meeting as nodes and relations."""

from __future__ import annotations

from datetime import date

from extract.evidence import Stated, value_of
from extract.mentions import BodyMention
from extract.records import ItemRecord, Section
from graph import ids
from graph.conflicts import assemble_conflicts
from graph.decisions import assemble_decision
from graph.facts import Gathering
from graph.mentions import assemble_mention, assemble_rename, assemble_statement
from graph.naming import name_body, name_case_number, name_office, name_person, name_topic


def assemble_item(gathering: Gathering, item: ItemRecord, id_: str) -> None:
    """Add a point, all that stands in it, and what it is related to."""
    key = _add_point(gathering, item, id_, value_of(gathering.record.date))
    _add_numbers(gathering, item, key)
    for ordinal, section in enumerate(item.sections, 1):
        _add_section(gathering, section, key, ordinal)
    _add_recommendations(gathering, item, key)
    _add_procedure(gathering, item, key)
    votes = 0
    for ordinal, decision in enumerate(item.decisions, 1):
        assemble_decision(gathering, decision, key, ordinal, votes)
        votes += len(decision.votes)
    _add_absences(gathering, item, key)
    _add_lists(gathering, item, key)
    for mention in item.mentions:
        assemble_mention(gathering, mention, key)
    for rename in item.renames:
        assemble_rename(gathering, rename, key)
    for relation in item.relations:
        assemble_statement(gathering, relation, key)
    assemble_conflicts(gathering, item, key)


def _add_point(gathering: Gathering, item: ItemRecord, id_: str, day: date | None) -> str:
    pages = [line.page for line in item.lines if line.page is not None]
    key = gathering.node(
        "AgendaItem",
        id_,
        number=item.number,
        ordinal=item.ordinal,
        title=item.title.value,
        title_canonical=item.title_canonical,
        kind=item.kind.value,
        closed=item.closed,
        text=item.text,
        line_numbers=[line.number for line in item.lines],
        first_line=item.first_line,
        last_line=item.last_line,
        first_page=min(pages, default=None),
        last_page=max(pages, default=None),
        link=item.link,
        date=day,
    )
    gathering.relate(("Meeting", gathering.meeting), "HAS_ITEM", ("AgendaItem", key))
    gathering.support("AgendaItem", key, "number", item.number, item.evidence)
    gathering.support("AgendaItem", key, "title", item.title.value, item.title.evidence)
    return key


def _add_numbers(gathering: Gathering, item: ItemRecord, key: str) -> None:
    own = [item.case_number] if isinstance(item.case_number, Stated) else []
    seen: set[str] = set()
    for stated in (*own, *item.further_case_numbers):
        number = name_case_number(gathering, stated.value)
        if number not in seen:
            principal = stated in own
            gathering.relate(("AgendaItem", key), "HAS_NUMBER", ("CaseNumber", number), principal=principal)
            seen.add(number)
        gathering.support("AgendaItem", key, "case_number", stated.value, stated.evidence)
    for stated in item.topics:
        topic = name_topic(gathering, stated.value)
        gathering.relate(("AgendaItem", key), "HAS_TOPIC", ("Topic", topic))
        gathering.support("AgendaItem", key, "topic", stated.value, stated.evidence)


def _add_section(gathering: Gathering, section: Section, key: str, ordinal: int) -> None:
    id_ = gathering.node(
        "Section",
        ids.part_id(key, "section", ordinal),
        name=section.name,
        heading=section.heading,
        ordinal=ordinal,
        first_line=section.first_line,
        last_line=section.last_line,
    )
    gathering.relate(("AgendaItem", key), "HAS_SECTION", ("Section", id_))
    gathering.support("Section", id_, "name", section.name, section.evidence)


def _add_recommendations(gathering: Gathering, item: ItemRecord, key: str) -> None:
    proposer = value_of(item.proposer)
    for ordinal, recommendation in enumerate(item.recommendations, 1):
        id_ = gathering.node(
            "Recommendation",
            ids.part_id(key, "recommendation", ordinal),
            ordinal=ordinal,
            text=recommendation.text,
            proposer=proposer,
        )
        gathering.relate(("AgendaItem", key), "HAS_RECOMMENDATION", ("Recommendation", id_))
        gathering.support("Recommendation", id_, "text", recommendation.text, recommendation.evidence)
        if isinstance(item.proposer, Stated):
            gathering.relate(("Recommendation", id_), "PROPOSED_BY", _proposer(gathering, item, item.proposer.value))
            gathering.support("Recommendation", id_, "proposer", item.proposer.value, item.proposer.evidence)


def _proposer(gathering: Gathering, item: ItemRecord, name: str) -> tuple[str, str]:
    """A body, where the point names it as one ("Økonomiudvalget indstiller"); else part of the administration."""
    mentioned = [mention.body for mention in item.mentions if isinstance(mention, BodyMention)]
    for body in (*mentioned, *(step.body for step in item.procedure), *(one.body for one in item.decisions)):
        if ids.body_slug(body.name) == ids.body_slug(name):
            return "Body", name_body(gathering, body)
    return "Office", name_office(gathering, name)


def _add_procedure(gathering: Gathering, item: ItemRecord, key: str) -> None:
    for ordinal, step in enumerate(item.procedure, 1):
        id_ = gathering.node("ProcedureStep", ids.part_id(key, "step", ordinal), ordinal=ordinal, date=step.date)
        body = name_body(gathering, step.body)
        gathering.relate(("AgendaItem", key), "HAS_STEP", ("ProcedureStep", id_))
        gathering.relate(("ProcedureStep", id_), "PLANNED_IN", ("Body", body))
        gathering.support("ProcedureStep", id_, "body", f"{body} {step.date}", step.evidence)


def _add_absences(gathering: Gathering, item: ItemRecord, key: str) -> None:
    for absence in item.absences:
        id_ = gathering.node(
            "Attendance",
            ids.part_id(key, "attendance", absence.scope, absence.name),
            name=absence.name,
            status=absence.status.value,
            scope=absence.scope,
        )
        if person := name_person(gathering, absence.name):
            gathering.relate(("Person", person), "HAS_ATTENDANCE", ("Attendance", id_))
        gathering.relate(("Attendance", id_), "AT_ITEM", ("AgendaItem", key))
        gathering.support("Attendance", id_, "status", absence.status.value, absence.evidence)


def _add_lists(gathering: Gathering, item: ItemRecord, key: str) -> None:
    """Attachments, notices and follow-ups: each with its place in the point."""
    for ordinal, attachment in enumerate(item.attachments, 1):
        values = {"ordinal": ordinal, "title": attachment.title, "url": attachment.url}
        id_ = gathering.node("Attachment", ids.part_id(key, "attachment", ordinal), **values)
        gathering.relate(("AgendaItem", key), "HAS_ATTACHMENT", ("Attachment", id_))
        gathering.support("Attachment", id_, "title", attachment.title, attachment.evidence)
    for ordinal, notice in enumerate(item.notices, 1):
        id_ = gathering.node("Notice", ids.part_id(key, "notice", ordinal), ordinal=ordinal, text=notice.text)
        gathering.relate(("AgendaItem", key), "HAS_NOTICE", ("Notice", id_))
        gathering.support("Notice", id_, "text", notice.text, notice.evidence)
    for ordinal, followup in enumerate(item.followups, 1):
        values = {"kind": followup.kind, "text": followup.text, "due": followup.due, "to": followup.to}
        id_ = gathering.node("FollowUp", ids.part_id(key, "followup", ordinal), **values)
        gathering.relate(("AgendaItem", key), "HAS_FOLLOW_UP", ("FollowUp", id_))
        gathering.support("FollowUp", id_, "text", followup.text, followup.evidence)
