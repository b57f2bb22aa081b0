"""The facts that are not simply the rows of a table: header, attendance, votes, dates, relations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.measuring.facts import Fact
from extract.measuring.form import FormError, Row, line_numbers, normalise, part_of, parts_of

_HEADER = ("municipality", "body", "date", "start_time", "place")
_OPTIONS = ("for", "against", "abstain")
_BARE_YEARS = re.compile(r"\d{4}(/\d{4})?")
_NAMING_TABLES = ("organisations", "bodies", "persons", "parties", "agreements", "laws")
_NAMING_FIELDS = ("canonical", "name", "law")  # the first that is there counts
CORE_PREDICATES = frozenset(
    {
        "has_partner",
        "agreed_by",
        "has_agreement_with",
        "part_of",
        "renamed_to",
        "member_of_party",
        "proposed_by",
        "organises",
        "conducts",
        "participates_in",
        "funded_by",
        "approved",
        "adopted",
        "decided",
        "rejected",
        "recommends_to",
        "referred_to",
        "notified",
        "sent_for_information_to",
        "to_be_treated_by",
        "amends",
        "implements",
        "consists_of",
        "awards",
    }
)  # gold/SCHEMA.md; the other predicates occur once each


def read_header(document: Row) -> Iterator[Fact]:
    """The meeting's own facts, each (field, value)."""
    for field in _HEADER:
        if value := normalise(document.at(f"meeting/{field}")):
            yield Fact((field, value), rule=str(document.at(f"meeting/{field}_rule") or ""))


def read_attendance(document: Row) -> Iterator[Fact]:
    """Who was there, who was not, and who was not there at some points."""
    lines = line_numbers(document.at("meeting/present_lines"))
    for status in ("present", "absent"):
        for row in document.rows(f"meeting/{status}", lines="lines", rules=f"{status}_rules"):
            name = normalise(row.at("text"))
            yield Fact((name, status), lines, name, rule=row.at("rule"))
    for row in document.rows("meeting/partial"):
        for number in parts_of(row.at("absent_items")):
            yield Fact((normalise(row.at("person")), "absent from item", normalise(number)))


def read_votes(document: Row) -> Iterator[Fact]:
    """Each vote as a whole. Two tallies contradict each other only where the gold states one."""
    for vote in document.rows("items/votes"):
        voters = {
            f"{normalise(voter.at('person') or voter.at('party'))} {option}"
            for option in _OPTIONS
            for voter in vote.rows(option)
        }
        key = (vote.at("../number"), sorted(voters), vote.at("result"), vote.at("proposer/person"))
        yield Fact(
            tuple(normalise(part) for part in key),
            line_numbers(vote.at("proposal_line")),
            where_stated=(normalise(vote.at("count_for")), normalise(vote.at("count_against"))),
            rule=str(vote.at("rule") or ""),
        )


def read_ballots(document: Row) -> Iterator[Fact]:
    """How each person or block voted."""
    for option in _OPTIONS:
        for row in document.rows(f"items/votes/{option}"):
            key = (row.at("../../number"), row.at("../#"), row.at("person"), row.at("party"), option)
            lines = (row.at(f"../{option}_line"), row.at("../proposal_line"), row.at("../result_line"))
            yield Fact(tuple(normalise(part) for part in key), line_numbers(*lines), rule=str(row.at("rule") or ""))


def read_dates(document: Row) -> Iterator[Fact]:
    """Dates and periods; a bare year is too weak a statement to be counted."""
    for row in document.rows("items/date_refs"):
        if not _BARE_YEARS.fullmatch(date := normalise(row.at("iso_or_partial"))):
            lines, rule = line_numbers(row.at("line")), str(row.at("rule") or "")
            yield Fact((date,), lines, normalise(row.at("surface")), rule=rule)


def read_relations(document: Row) -> Iterator[Fact]:
    """Relations in the core predicates, whatever they join; see `named_things`."""
    for item in document.rows("items"):
        for place, triple in enumerate(parts_of(item.at("relations"))):
            if not isinstance(triple, list) or len(triple) != 3:
                raise FormError("triples in `relations`", triple)
            key = tuple(normalise(part) for part in triple)
            if key[1] in CORE_PREDICATES:
                lines = line_numbers(part_of(item.at("relation_lines"), place))
                inferred = part_of(item.at("relation_inferred"), place) == [True]
                rule = "".join(map(str, part_of(item.at("relation_rules"), place)))
                yield Fact(key, lines, optional=inferred, rule=rule)


def named_things(document: Row) -> frozenset[str]:
    """The names of everything that an annotation names, in normal form: what relations are counted between."""
    names = [document.at("meeting/municipality"), document.at("meeting/body")]
    for status in ("present", "absent"):
        names += [row.at("text") for row in document.rows(f"meeting/{status}", lines="lines")]
    for table in _NAMING_TABLES:
        for row in document.rows(f"items/{table}"):
            names.append(next((row.values[field] for field in _NAMING_FIELDS if field in row.values), None))
    return frozenset(name for value in names if (name := normalise(value)))


def organisation_names(document: Row) -> frozenset[str]:
    """The canonical names of the organisations of an annotation, as they stand."""
    names = (row.at("canonical") for row in document.rows("items/organisations"))
    return frozenset(name for name in names if isinstance(name, str))
