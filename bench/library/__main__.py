"""`python -m bench.library` asks the library of the example minutes, and writes the documentation anew."""

from __future__ import annotations

import tempfile
from pathlib import Path

from api.service.ingestion import find_sources
from bench.library.files import HOUSE, files
from extract.harvest import harvest
from graph.loading import load
from graph.store import open_store


def main() -> None:
    """Write every file."""
    readings = harvest(find_sources([HOUSE / "examples" / "minutes"]))
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "store") as store:
        load(store, (record for reading in readings for record in reading.records))
        for path, text in files(store).items():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
            print(path.relative_to(HOUSE))


if __name__ == "__main__":
    main()
