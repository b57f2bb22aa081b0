"""Sentences with the expected answer inside: what is to be found stands in double brackets, `[[Søby Byråd]]`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TypeVar

from spacy.tokens import Doc

from extract.entities.component import Finding, Point, attach, findings
from extract.entities.context import Context, Roster
from extract.entities.organisations import DiscoveryFinding
from extract.entities.organisations.discovery import local_names
from extract.entities.pipeline import FIRST, SECOND, pipeline
from extract.entities.plain import plain_point
from extract.mentions import BodyName

F = TypeVar("F", bound=Finding)
COMMITTEE = BodyName("Teknik- og Klimaudvalget", "Teknik- og Klimaudvalget")
NORDLEV = Context(
    municipality="Nordlev Kommune",
    own=COMMITTEE,
    date=date(2024, 5, 14),
    roster=Roster({"Anna B. Lund": "V", "Bo Krag": None, "Ida Søholm": "A", "Per Søholm": "SF"}),
    bodies=(COMMITTEE, BodyName("Økonomiudvalget", "Økonomiudvalget")),
)


def plain(marked: str) -> str:
    """The sentence without its marks."""
    return re.sub(r"\[\[|\]\]", "", marked)


def expected(marked: str) -> list[str]:
    """What the marks say is to be found, in order."""
    return re.findall(r"\[\[(.+?)\]\]", marked)


def run(text: str, context: Context = NORDLEV) -> Doc:
    """The text through the whole pipeline, as a point of its own."""
    nlp = pipeline()
    point = plain_point(text, context)
    doc = attach(nlp.make_doc(text), point)
    for name in FIRST:
        nlp.get_pipe(name)(doc)
    local = (*context.local, *local_names(findings(doc, DiscoveryFinding)))
    attach(doc, Point(point.passage, replace(context, local=local)))
    for name in SECOND:
        nlp.get_pipe(name)(doc)
    return doc


def found(text: str, kind: type[F], context: Context = NORDLEV) -> tuple[F, ...]:
    """The findings of one kind."""
    return findings(run(text, context), kind)


def surfaces(marked: str, kind: type[Finding], context: Context = NORDLEV) -> list[str]:
    """What is found in a marked sentence, in order."""
    text = plain(marked)
    return [text[one.start : one.end] for one in found(text, kind, context)]
