"""The kinds of facts that extraction is measured by, one row each, in the order in which they are shown."""

from __future__ import annotations

from extract.measuring.facts import Kind, Scope
from extract.measuring.form import normalise_amount, normalise_name, normalise_number
from extract.measuring.readers import (
    read_attendance,
    read_ballots,
    read_dates,
    read_header,
    read_relations,
    read_votes,
)

_OWN_DECISION = ("../body", "../date")

KINDS: tuple[Kind, ...] = (
    Kind("header", read_header),
    Kind("attendance", read_attendance, once=True),
    Kind("item_absence", "absent", ("text",), lines="absent_lines", rules="absent_rules", once=True),
    Kind("item", key=("number",), scope=Scope.DOCUMENT, line=("title_line",), rules="number_rule"),
    Kind("title", text=("title", "title_canonical"), line=("title_line",), rules="title_rule"),
    Kind("case_number", key=("case_number",), line=("case_line",), rules="case_rule"),
    Kind("section", "sections", ("text",), lines="section_spans", rules="section_spans"),
    Kind("proposer", text=("proposer", "proposer_surface"), line=("proposer_line",), rules="proposer_rule"),
    Kind(
        "recommendation",
        "recommendations",
        text=("text",),
        alike=0.95,
        lines="recommendation_lines",
        rules="recommendation_rules",
    ),
    Kind("procedure", "procedure", ("body", "date")),
    Kind("decision", "decisions", ("body", "date"), text=("text",), alike=0.95, line=("line", "text_lines")),
    Kind(
        "outcome",
        "decisions/outcomes",
        (*_OWN_DECISION, "text"),
        line=("../line", "../text_lines"),
        lines="lines",
        rules="../rule",
        once=True,
    ),
    Kind("attachment", "attachments", text=("text",), alike=0.95, lines="attachment_lines", rules="attachment_rules"),
    Kind("vote_event", read_votes),
    Kind("ballot", read_ballots),
    Kind("vote_motion", "votes", text=("proposal",), alike=0.9, line=("proposal_line",)),
    Kind("vote_explanation", "votes/explanations", ("persons",)),
    Kind("vote_referral", "votes/referral", ("by/person", "to", "section")),
    Kind("law", "laws", ("../number", "law", "section", "subsection"), Scope.LINE, once=True),
    Kind("law_entity", "laws", ("law", "section"), once=True),
    Kind("bill", "bills", ("number",), normal=normalise_number, once=True),
    Kind("account", "accounts", ("account",), once=True),
    Kind("organisation", "organisations", ("surface",), Scope.LINE, normal=normalise_name),
    Kind("organisation_entity", "organisations", ("canonical",), once=True),
    Kind("person", "persons", ("name",), Scope.LINE, once=True),
    Kind("party", "parties", ("canonical",), Scope.LINE, once=True),
    Kind("body", "bodies", ("canonical",), Scope.LINE, once=True),
    Kind("money", "money", ("amount_dkk",), Scope.LINE, normal=normalise_amount),
    Kind("date", read_dates, scope=Scope.LINE, once=True),
    Kind("agreement", "agreements", ("canonical",), once=True),
    Kind("followup", "followups", ("due",), Scope.LINE),
    Kind("followup_kind", "followups", ("kind",), Scope.LINE),
    Kind("rename", "renames", ("from", "to", "date"), Scope.DOCUMENT, once=True),
    Kind("relation", read_relations, once=True),
)

# What the gold says beside what its own definition of equality counts: measured where it is asked for by name.
BESIDE: tuple[Kind, ...] = (Kind("office", "roles", ("canonical",), once=True),)
