"""What was read and what not. It is counted once, and kept until somebody writes."""

from __future__ import annotations

from api.models.coverage import Coverage, FilesRead, MunicipalityRead
from api.service.kept import Kept
from api.service.rows import ask
from api.sorting import danish_key
from graph.store import GraphStore

LIMIT = 500


def coverage(store: GraphStore, municipality: str | None = None) -> Coverage:
    """How much of each municipality was read, and how many files of each form."""
    whole = _coverage(store)
    chosen = tuple(one for one in whole.municipalities if municipality in (None, one.id))
    return Coverage(municipalities=chosen, files=whole.files)


def _count(store: GraphStore) -> Coverage:
    read = [MunicipalityRead.model_validate(row) for row in ask(store, "coverage", limit=LIMIT)]
    files = [FilesRead.model_validate(row) for row in ask(store, "coverage_documents")]
    return Coverage(
        municipalities=tuple(sorted(read, key=lambda one: (danish_key(one.name), one.id))), files=tuple(files)
    )


_coverage = Kept(_count)
