"""The source files themselves, where they still lie as they were read.

A file is opened only where the graph says that the document was read, on this machine, and only if its bytes have the
document's sha256: no path comes from a reader, and what lies there now instead is never shown.
"""

from __future__ import annotations

import hashlib
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.errors import AnswerTooSlow, PageUnshown
from api.models import Sight
from api.service.rows import ask
from api.service.shelf import Shelf
from extract.document import Document, Media
from extract.errors import PageUnplaced, SagsgrafError
from graph.sources import Source, path_of
from graph.store import GraphStore
from graph.values import Row

if TYPE_CHECKING:
    from extract.facsimile.placing import Box, PlacedPage

LARGEST = 100_000_000  # bytes of a file; the largest of the real minutes has some 3 MB
LEAST_WIDTH, USUAL_WIDTH, MOST_WIDTH = 200, 1240, 2000  # pixels; 1240 are 150 to the inch on A4
_WAIT = 20.0  # seconds for another request's file
_LETTERS = 200_000  # of placed pages: some 60 pages, 35 MB
_TEXT = 5_000_000  # characters of documents without pages
_PICTURES = 48_000_000  # bytes


class Originals:
    """The files behind the documents, as far as this machine (`graph.sources`) has them."""

    def __init__(self, machine: str) -> None:
        self._machine = machine
        self._reading = threading.Lock()
        self._pages: Shelf[PlacedPage] = Shelf(_LETTERS, lambda page: len(page.text) + 1)
        self._documents: Shelf[Document] = Shelf(_TEXT, lambda document: len(document.text) + 1)
        self._pictures: Shelf[bytes] = Shelf(_PICTURES, len)

    def page(self, store: GraphStore, document: Row, number: int) -> PlacedPage:
        """A page of a PDF with the places of its letters; `document` is the row of its node. Raises PageUnshown."""
        key = document["id"], number
        if (kept := self._pages.get(key)) is not None:
            return kept
        if document.get("media") != Media.PDF:
            raise PageUnshown(Sight.HIDDEN, "The document has no pages.")
        with self._alone():
            if (kept := self._pages.get(key)) is not None:
                return kept
            from extract.facsimile.placing import WHOLE, place_page  # pdfplumber is heavy

            whole = not WHOLE.isdisjoint(document.get("warnings") or ())
            with _as_unshown():
                return self._pages.put(key, place_page(self._original(store, document)[1], number, whole=whole))

    def picture(
        self, store: GraphStore, document: Row, page: PlacedPage, *, width: int, marks: tuple[Box, ...] = ()
    ) -> bytes:
        """The page as PNG, so many pixels wide, with places marked. Raises PageUnshown."""
        key = document["id"], page.number, width, marks
        if (kept := self._pictures.get(key)) is not None:
            return kept
        from extract.facsimile.painting import render  # pypdfium2 is heavy

        try:
            with _as_unshown():
                _, content = self._original(store, document)
                return self._pictures.put(key, render(content, page, width=width, marks=marks))
        except TimeoutError as error:
            raise _busy() from error

    def document(self, store: GraphStore, document: Row) -> Document:
        """A document without pages, read again. Raises PageUnshown."""
        key = document["id"]
        if (kept := self._documents.get(key)) is not None:
            return kept
        with self._alone(), _as_unshown():
            from extract.reading import read

            path, _ = self._original(store, document)
            found = read(path)
            if found.provenance.sha256 != key:
                raise PageUnshown(Sight.CHANGED)
            return self._documents.put(key, found)

    def _original(self, store: GraphStore, document: Row) -> tuple[Path, bytes]:
        """The document's file, and its bytes. Raises PageUnshown, which says what lies where it was read."""
        from extract.reading import content_of

        if (document.get("size") or 0) > LARGEST:
            raise PageUnshown(Sight.TOO_LARGE)
        sights = []
        for row in ask(store, "document_places", id=document["id"]):
            path = path_of(Source(row["address"]), self._machine)
            sight = _lies_there(path, document.get("size")) if path else Sight.ELSEWHERE
            if path and sight is Sight.WHOLE:
                content = content_of(path)
                if hashlib.sha256(content).hexdigest() == document["id"]:
                    return path, content
                sight = Sight.CHANGED
            sights.append(sight)
        raise PageUnshown(next((one for one in (Sight.CHANGED, Sight.MISSING) if one in sights), Sight.ELSEWHERE))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One file is read at a time: it takes a processor."""
        if not self._reading.acquire(timeout=_WAIT):
            raise _busy()
        try:
            yield
        finally:
            self._reading.release()


def _lies_there(path: Path, size: Any) -> Sight:
    """Whether a file of this size lies there; it is looked at without being opened. A member of a ZIP file may."""
    from extract.reading.archive import is_archive

    try:
        found = path.stat()
    except OSError:
        return Sight.WHOLE if any(map(is_archive, path.parents)) else Sight.MISSING
    if not stat.S_ISREG(found.st_mode):
        return Sight.MISSING
    return Sight.WHOLE if size in (None, found.st_size) else Sight.CHANGED


@contextmanager
def _as_unshown() -> Iterator[None]:
    """What a file says when it is read again, as a reader is told."""
    try:
        yield
    except PageUnplaced as error:
        raise PageUnshown(Sight.HIDDEN, error.message) from error
    except PageUnshown:
        raise
    except SagsgrafError as error:
        raise PageUnshown(Sight.UNREADABLE) from error


def _busy() -> AnswerTooSlow:
    return AnswerTooSlow("Other pages are being read just now.", "Ask again in a moment.")
