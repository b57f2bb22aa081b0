"""What was read and what not."""

from __future__ import annotations

from api.models.coverage import Coverage, FilesRead, MunicipalityRead
from api.service.rows import ask
from api.sorting import danish_key
from graph.store import GraphStore

LIMIT = 500


def coverage(store: GraphStore, municipality: str | None = None) -> Coverage:
    """How much of each municipality was read, and how many files of each form."""
    rows = ask(store, "coverage", municipality=municipality or "", limit=LIMIT)
    read = [MunicipalityRead.model_validate(row) for row in rows]
    files = [FilesRead.model_validate(row) for row in ask(store, "coverage_documents")]
    return Coverage(
        municipalities=tuple(sorted(read, key=lambda one: (danish_key(one.name), one.id))), files=tuple(files)
    )
