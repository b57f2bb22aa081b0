"""Where the documents lie that the gold was made from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from extract.errors import SettingsError
from extract.measuring.annotations import begins_with, read_gold

_BESIDE = "minutes"
_SUFFIXES = (".txt", ".md", ".json", ".pdf")  # lines of gold are lines of text: of several forms the first is taken


def find_documents(gold_dir: Path, folder: Path | None = None) -> Mapping[str, Path | None]:
    """The document of each gold file by its number: the one in the folder, or below it, that the number begins.

    Without a folder, text files in the folder `minutes` beside the gold are searched. Of several, the one that the
    gold names in `document.file` is taken. None stands for a document that is not there. Raises SettingsError where
    there is no gold or no folder.
    """
    gold = read_gold(gold_dir)
    suffixes = _SUFFIXES if folder else _SUFFIXES[:1]
    searched = folder or gold_dir.resolve().parent / _BESIDE
    if not searched.is_dir():
        raise SettingsError(f"{searched} is not a folder.", "Name the folder of the documents with --documents.")
    paths = sorted(path for path in searched.rglob("*") if path.suffix.lower() in suffixes and path.is_file())
    return {
        number: _choose([path for path in paths if begins_with(path.name, number)], row.at("document/file"))
        for number, row in gold.items()
    }


def _choose(paths: list[Path], named: object) -> Path | None:
    """The path that the gold names, else that of the best form, else the first."""
    ranked = sorted(paths, key=lambda path: (path.name != named, _SUFFIXES.index(path.suffix.lower()), path))
    return ranked[0] if ranked else None
