"""The one verb over a document: from lines to the records of its meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from extract.document import Document
from extract.records import MeetingRecord


def extract(document: Document, *, watch_list: Sequence[Path] = ()) -> tuple[MeetingRecord, ...]:
    """The records of all meetings in a document; of a document that is no minutes, one of kind OTHER.

    `watch_list` names TOML files of organisations that a municipality follows (see `extract/entities/watchlist.py`).
    """
    from extract.entities import find_entities
    from extract.grammar import parse

    return tuple(
        replace(record, items=find_entities(record, document, watch_list=watch_list)) if record.items else record
        for record in parse(document)
    )
