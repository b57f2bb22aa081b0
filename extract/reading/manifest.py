"""`manifest.csv` beside the files: where each was fetched, when, and whose it is."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extract.errors import ArchiveUnreadable, FileUnreadable, SettingsError
from extract.reading.archive import content_of
from extract.reading.origin import check_municipality, check_source_url

NAME = "manifest.csv"
_COLUMNS = ("file", "source_url", "retrieved", "municipality")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest says of one file; None where its cell is empty."""

    source_url: str | None = None
    retrieved: date | None = None
    municipality: str | None = None


def entry_of(path: Path) -> Entry:
    """The entry of a file in the manifest of its folder, or an empty one. Raises SettingsError for a wrong manifest."""
    manifest = path.parent / NAME
    try:
        return read_manifest(manifest).get(path.name, Entry())
    except FileUnreadable:
        return Entry()  # there is none


def read_manifest(manifest: Path) -> dict[str, Entry]:
    """The entries by file name. Raises SettingsError for a wrong manifest, FileUnreadable where there is none."""
    try:
        text = content_of(manifest).decode("utf-8-sig")
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        columns = rows.fieldnames or ()
        if "file" not in columns or not set(columns) <= set(_COLUMNS):
            raise SettingsError(
                f"{manifest.name} has the columns {', '.join(columns) or 'none'}.",
                f"Its first line must name file and may name {', '.join(_COLUMNS[1:])}.",
            )
        return {row["file"].strip(): _entry(row, number) for number, row in enumerate(rows, 2) if row["file"]}
    except (UnicodeDecodeError, csv.Error, ArchiveUnreadable) as error:
        raise SettingsError(f"{manifest.name} cannot be read ({error}).", "Save it as CSV in UTF-8.") from error


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return ";" if head.count(";") > head.count(",") else ","


def _entry(row: dict[str, str | None], number: int) -> Entry:
    cells = {name: (row.get(name) or "").strip() or None for name in _COLUMNS[1:]}
    retrieved = cells["retrieved"]
    try:
        day = date.fromisoformat(retrieved[:10]) if retrieved else None
    except ValueError as error:
        raise SettingsError(
            f"Line {number} of {NAME} has {retrieved!r} as the day of retrieval.", "Write it as 2026-04-14."
        ) from error
    try:
        check_source_url(cells["source_url"])
        check_municipality(cells["municipality"])
    except SettingsError as error:
        raise SettingsError(f"Line {number} of {NAME}: {error.message}", error.cure) from error
    return Entry(cells["source_url"], day, cells["municipality"])
