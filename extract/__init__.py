"""Documents in, records out: the reading of minutes, their grammar and the entities in them.

Knows no database, no HTTP, and no other document than the one at hand. The two verbs are `read` and `extract`;
the nouns they give are `Document` (pages and lines as printed) and `MeetingRecord` (the facts of one meeting).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.document import Document as Document
    from extract.extraction import extract as extract
    from extract.reading import read as read
    from extract.records import MeetingRecord as MeetingRecord

__all__ = ["Document", "MeetingRecord", "extract", "read"]

_HOMES = {
    "Document": "extract.document",
    "MeetingRecord": "extract.records",
    "extract": "extract.extraction",
    "read": "extract.reading",
}


def __getattr__(name: str) -> object:
    """Import the public names on first use, so that `import extract` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'extract' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
