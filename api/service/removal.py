"""A document out of the graph, named as a person would name it."""

from __future__ import annotations

import re
import socket
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from api.service.renewal import digest_of
from graph.errors import DocumentAmbiguous, DocumentUnknown
from graph.identity.book import Book
from graph.removing import Removed, find_document, remove
from graph.sources import Source, file_source, web_source
from graph.store import GraphStore

if TYPE_CHECKING:
    from api.settings import Settings


def machine_of(settings: Settings) -> str:
    """The name of this machine in the places of files: none in a folder's store, which only one machine can use."""
    return settings.machine or (socket.gethostname() if "://" in settings.store else "")


def named_document(store: GraphStore, name: str, machine: str) -> str:
    """The sha256 of a document by its sha256 or the beginning of it, its path, the file itself, or its address.

    Raises `DocumentUnknown`, and `DocumentAmbiguous` where several may be meant.
    """
    if re.match("https?://", name):
        return find_document(store, name, _sure(web_source(name)))
    path = Path(name)
    found = set()
    digest = digest_of(path) if path.is_file() else None
    for wanted, places in ((name, _sure(file_source(path, machine))), (digest, [])):
        if wanted:
            try:
                found.add(find_document(store, wanted, places))
            except DocumentUnknown:
                continue
    if not found:
        raise DocumentUnknown(name)
    if len(found) > 1:  # another file lies there than the one that was read
        raise DocumentAmbiguous(name, sorted(found))
    return found.pop()


def _sure(place: Source) -> list[Source]:
    return [place] if place.is_sure else []


def remove_document(store: GraphStore, name: str, *, machine: str, day: date, why: str | None, book: Book) -> Removed:
    """Take a document out by any of its names."""
    return remove(store, named_document(store, name, machine), day=day, why=why, book=book)
