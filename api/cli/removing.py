"""`sagsgraf remove`: what is gone, what stays, and what people have said that changes nothing any more."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from api.cli import output

if TYPE_CHECKING:
    from api.settings import Settings
    from graph.removing import Removed
    from graph.store import GraphStore


def remove_and_tell(store: GraphStore, settings: Settings, name: str, *, why: str | None, as_json: bool) -> None:
    """Take a document out and print what became of it. Raises `DocumentUnknown` and `DocumentAmbiguous`."""
    from api.service.removal import machine_of, remove_document
    from graph.identity.book import read_book

    book = read_book(Path(settings.judgements))
    day = date.today()
    removed = remove_document(store, name, machine=machine_of(settings), day=day, why=why, book=book)
    if as_json:
        output.write_json(removed)
        return
    _tell(removed)


def _tell(removed: Removed) -> None:
    stone = removed.tombstone
    before = "it was out before" if removed.before else "removed"
    output.write_table(
        ("document", "file", "", "meetings gone", "points gone", "meetings that others tell of"),
        [(stone.document, removed.name, before, len(stone.meetings), removed.points, len(removed.meetings_left))],
    )
    for one in removed.unheard:
        said = f"judgements, line {one.line}: {one.about} is gone. Delete the line if that is to be forgotten too."
        output.err.print(said, style="yellow", markup=False)
    if not removed.before:
        output.err.print(
            "The database's own files hold words of it until their space is used again, and earlier backups hold all of"
            " it: make a backup now, restore it into a new store, and delete the old ones.",
            style="dim",
        )
