"""What the points of a meeting name: persons, parties, laws, organisations, bodies, other meetings, dates, money.

`find_entities` is the one verb. Everything under it is a spaCy component over a blank Danish pipeline, one folder a
component; spaCy is imported only when the verb is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extract.document import Document
from extract.records import ItemRecord, MeetingRecord

__all__ = ["find_entities"]


def find_entities(
    record: MeetingRecord, document: Document, *, watch_list: Sequence[Path] = ()
) -> tuple[ItemRecord, ...]:
    """The points of a meeting with their mentions, renames, relations and follow-ups filled in.

    `watch_list` names TOML files of organisations that a municipality follows (form: `extract.entities.watchlist`);
    without one, local organisations are found by the grammar alone. Raises `WatchListInvalid` for a bad file.
    """
    from extract.entities.reading import read_entities

    return read_entities(record, document, watch_list)
