"""Atom feeds (RFC 4287). Nothing in them comes from the clock: the same graph gives the same bytes.

Ids are made of what a thing is, not of where it is served, so that they stay when the address changes.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from api.languages import Language
from api.markup import keep_xml

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
NOWHEN = dt.date(1970, 1, 1)  # RFC 4287 asks for a date also where there is no entry
_NAMESPACE = uuid.UUID("6f1d3d0e-6a4d-5c3e-9d6a-3c0f0e6f8a51")


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news: ``id`` is what it is about, ``address`` the path of its page."""

    id: str
    title: str
    updated: dt.date
    author: str
    address: str
    text: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: ``address`` is its own path, ``page`` that of the page which it is about."""

    id: str
    title: str
    author: str
    address: str
    page: str
    entries: Sequence[Entry]
    language: Language = Language.DANISH


def stable_id(name: str) -> str:
    """An id for good, as a URN, of what a feed, an entry or an appointment is about."""
    return uuid.uuid5(_NAMESPACE, name).urn


def write_atom(feed: Feed, root: str) -> bytes:
    """The feed as XML; ``root`` is the public address before every path."""
    made = Element("feed", {"xmlns": ATOM, "xml:lang": feed.language})
    updated = max((entry.updated for entry in feed.entries), default=NOWHEN)
    _add(made, "id", stable_id(feed.id))
    _add(made, "title", feed.title)
    _add(made, "updated", _moment(updated))
    _add(SubElement(made, "author"), "name", feed.author)
    _add(made, "generator", "Sagsgraf")
    SubElement(made, "link", {"rel": "self", "type": MEDIA_TYPE, "href": root + feed.address})
    SubElement(made, "link", {"rel": "alternate", "type": "text/html", "href": root + feed.page})
    for entry in feed.entries:
        _write_entry(SubElement(made, "entry"), entry, root)
    body: bytes = tostring(made, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _write_entry(made: Element, entry: Entry, root: str) -> None:
    _add(made, "id", stable_id(entry.id))
    _add(made, "title", entry.title)
    _add(made, "updated", _moment(entry.updated))
    _add(SubElement(made, "author"), "name", entry.author)
    SubElement(made, "link", {"rel": "alternate", "type": "text/html", "href": root + entry.address})
    for term in entry.terms:
        SubElement(made, "category", {"term": term})
    _add(made, "summary", entry.text)


def _add(parent: Element, name: str, text: str) -> None:
    """An element with plain text; what XML cannot hold is left out."""
    SubElement(parent, name).text = keep_xml(text)


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
