"""What several meetings share (persons, bodies, laws …), named as one place names it. Each function gives its id."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.mentions import BodyName, LawMention, OrganisationMention, PlanMention
from graph import ids
from graph.facts import Gathering

TOPIC_LEVELS = ("main_group", "group", "subject")  # of KL's Emnesystematik: 13, 13.05, 13.05.00
_BYLAW = "bylaw"
_LETTERS = re.compile(r"[^\W\d_]{1,3}")
# Party letters, initials of a post, a number in a list: what a list of people may hold beside people.
_NO_PERSON = re.compile(r"[\W_]*(?:[^\W_a-zæøå][\W_]*){0,3}")


def name_body(gathering: Gathering, body: BodyName) -> str:
    """A body of the record's municipality. A surface that is another spelling by rule (without a term) is an alias."""
    id_ = ids.body_id(gathering.municipality, body.name)
    spelling = ids.body_slug(body.surface) == ids.body_slug(body.name) and not any(map(str.isdigit, body.surface))
    gathering.entity("Body", id_, name=body.name, aliases=[body.surface] if spelling else [])
    gathering.relate(("Municipality", gathering.municipality), "HAS_BODY", ("Body", id_))
    return id_


def name_person(gathering: Gathering, name: str) -> str | None:
    """A person in office: the same name in one municipality is one person. None for letters that name nobody ("Ø")."""
    if _NO_PERSON.fullmatch(name):
        return None
    return gathering.entity("Person", ids.person_id(gathering.municipality, name), name=name)


def name_party(gathering: Gathering, name: str, surface: str | None) -> str:
    """A party's group, with the letters it is printed under."""
    bare = (surface or "").strip("() .,")
    letters = [bare] if _LETTERS.fullmatch(bare) and bare != name else []
    return gathering.entity("Party", ids.party_id(gathering.municipality, name), name=name, letters=letters)


def name_office(gathering: Gathering, name: str) -> str:
    """A post or a part of the administration."""
    return gathering.entity("Office", ids.office_id(gathering.municipality, name), name=name)


def name_plan(gathering: Gathering, mention: PlanMention) -> str:
    """A plan of the record's municipality, with the place that it is for as this place prints it."""
    id_ = ids.plan_id(gathering.municipality, mention.name)
    return gathering.entity("Plan", id_, name=mention.name, kind=mention.kind, number=mention.number, area=mention.area)


def name_organisation(gathering: Gathering, mention: OrganisationMention) -> str:
    """An organisation: a nationally known one for all municipalities, else the municipality's own."""
    return _organisation(gathering, mention.name, mention.type, known=mention.known)


def name_local_organisation(gathering: Gathering, name: str) -> str:
    """An organisation that is only named, without what it is."""
    return _organisation(gathering, name, None, known=False)


def _organisation(gathering: Gathering, name: str, type_: str | None, *, known: bool) -> str:
    home = None if known else gathering.municipality
    id_ = ids.organisation_id(name, home)
    return gathering.entity("Organisation", id_, name=name, type=type_, known=known, municipality=home)


def name_law(gathering: Gathering, mention: LawMention) -> tuple[str, str]:
    """The Provision where a § is named, else the Law, as (label, id). A bylaw is the municipality's own."""
    law = ids.law_id(mention.law, gathering.municipality if mention.kind == _BYLAW else None)
    popular = [mention.popular_name] if mention.popular_name else []
    gathering.entity("Law", law, title=mention.law, kind=mention.kind, popular_names=popular)
    if mention.section is None:
        return "Law", law
    provision = ids.provision_id(law, mention.section, mention.subsection)
    gathering.entity(
        "Provision",
        provision,
        section=mention.section,
        subsection=mention.subsection,
        name=section_name(mention.section, mention.subsection),
    )
    gathering.relate(("Law", law), "HAS_PROVISION", ("Provision", provision))
    return "Provision", provision


def section_name(section: str, subsection: str | None) -> str:
    """`23`, `2` → `§ 23, stk. 2`."""
    return f"§ {section}" + (f", stk. {subsection}" if subsection else "")


def name_case_number(gathering: Gathering, number: str) -> str:
    """A case number of the record's municipality."""
    return gathering.entity("CaseNumber", ids.case_number_id(gathering.municipality, number), number=number)


def name_topic(gathering: Gathering, number: str) -> str:
    """A KLE topic, with the group and the main group that its number lies in: `13.05.00` in `13.05` in `13`."""
    parts = number.split(".")
    chain = [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
    names = [
        gathering.entity("Topic", ids.topic_id(one), number=one, level=level)
        for one, level in zip(chain, TOPIC_LEVELS, strict=True)
    ]
    for wider, narrower in pairwise(names):
        gathering.relate(("Topic", wider), "HAS_SUBTOPIC", ("Topic", narrower))
    return names[-1]
