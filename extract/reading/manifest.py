"""`manifest.csv` beside the files: where each was fetched, when, and whose it is."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extract.errors import SettingsError
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
    return read_manifest(manifest).get(path.name, Entry()) if manifest.is_file() else Entry()


def read_manifest(manifest: Path) -> dict[str, Entry]:
    """The entries of a manifest by file name."""
    try:
        with manifest.open(encoding="utf-8-sig", newline="") as stream:
            sample = stream.readline()
            stream.seek(0)
            rows = csv.DictReader(stream, delimiter=";" if sample.count(";") > sample.count(",") else ",")
            columns = rows.fieldnames or ()
            if "file" not in columns or not set(columns) <= set(_COLUMNS):
                raise SettingsError(
                    f"{manifest.name} has the columns {', '.join(columns) or 'none'}.",
                    f"Its first line must name file and may name {', '.join(_COLUMNS[1:])}.",
                )
            return {row["file"].strip(): _entry(row, number) for number, row in enumerate(rows, 2) if row["file"]}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(f"{manifest.name} cannot be read ({error}).", "Save it as CSV in UTF-8.") from error


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
