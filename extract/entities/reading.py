"""The whole of it: from the points of a meeting to their mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

from extract.document import Document
from extract.entities.component import Point, attach, findings, point_of, text_of
from extract.entities.context import Context, LocalName, read_context
from extract.entities.mentions import read_facts
from extract.entities.organisations import DiscoveryFinding
from extract.entities.organisations.component import OrganisationFinding, introduced
from extract.entities.organisations.discovery import local_names
from extract.entities.passages import read_passage
from extract.entities.pipeline import FIRST, SECOND, pipeline
from extract.entities.renames import stated
from extract.entities.watchlist import read_watch_lists
from extract.records import ItemRecord, MeetingRecord


def read_entities(record: MeetingRecord, document: Document, watch_list: Sequence[Path]) -> tuple[ItemRecord, ...]:
    """The points with what they name. Names found in one point are looked for in all of them."""
    watched = read_watch_lists(watch_list)
    context = read_context(record, document)
    passages = [read_passage(item, document, context) for item in record.items]
    docs = [attach(pipeline().make_doc(passage.text), Point(passage, context)) for passage in passages]
    for doc in docs:
        _run(doc, FIRST)
    context = replace(context, local=(*watched, *_unwatched(local_names(_discovered(docs)), watched)))
    context = _with_renamed(docs, context)
    context = _with_abbreviations(docs, context)
    for doc, passage in zip(docs, passages, strict=True):
        _run(attach(doc, Point(passage, context)), SECOND)
    return tuple(
        replace(item, **read_facts(doc, passage, item, document))
        for item, doc, passage in zip(record.items, docs, passages, strict=True)
    )


def _run(doc: Doc, names: Sequence[str]) -> None:
    nlp = pipeline()
    for name in names:
        nlp.get_pipe(name)(doc)


def _discovered(docs: Sequence[Doc]) -> Iterator[DiscoveryFinding]:
    for doc in docs:
        yield from findings(doc, DiscoveryFinding)


def _unwatched(local: Sequence[LocalName], watched: Sequence[LocalName]) -> Iterator[LocalName]:
    """What the grammar found and the watch list does not name."""
    listed = {surface.lower() for name in watched for surface in name.surfaces}
    yield from (name for name in local if not listed & {surface.lower() for surface in name.surfaces})


def _with_renamed(docs: Sequence[Doc], context: Context) -> Context:
    """The context with the other name of each organisation whose name changes."""
    known = {surface: name for name in context.local for surface in name.surfaces}
    added: dict[str, LocalName] = {}
    for doc in docs:
        for one in stated(doc, point_of(doc)):
            for name, other in ((one.old, one.new), (one.new, one.old)):
                if other in known and name not in known:
                    rule = f"organisations.{one.rule}"
                    added.setdefault(name, LocalName(name, known[other].type, (name,), rule, one.confidence))
    return replace(context, local=(*context.local, *(added[name] for name in sorted(added))))


def _with_abbreviations(docs: Sequence[Doc], context: Context) -> Context:
    """The context with the abbreviations that the document introduces for organisations."""
    found: dict[str, LocalName] = {}
    for doc in docs:
        if "(" not in text_of(doc):
            continue
        attach(doc, Point(point_of(doc).passage, context))
        _run(doc, ("organisations",))
        for one in findings(doc, OrganisationFinding):
            if abbreviation := introduced(text_of(doc), one):
                found.setdefault(abbreviation.surfaces[0], abbreviation)
    return replace(context, local=(*context.local, *(found[short] for short in sorted(found))))
