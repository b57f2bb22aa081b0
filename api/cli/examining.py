"""`sagsgraf doctor`: one check a line, each with what to do where it fails."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import sys
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from api.cli import output
from extract.errors import SagsgrafError

if TYPE_CHECKING:
    from api.settings import Settings
    from graph.store import BoltGraphStore

NEEDED_SPACE = 500_000_000  # bytes; the example store takes a few MB, a municipality's years some hundred
SHOWN = 200  # characters of one kind of damage


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check saw."""

    check: str
    well: bool
    saw: str
    cure: str = ""


def examine(settings: Settings, *, as_json: bool) -> int:
    """Run every check and print what it saw; the exit code."""
    findings = [_look_at_python(), _look_at_packages(), _look_at_space(settings), *_look_at_store(settings)]
    if as_json:
        output.write_json([asdict(finding) for finding in findings])
    else:
        for one in findings:
            mark = "[green]ok  [/green]" if one.well else "[red]no  [/red]"
            output.out.print(f"{mark} {one.check}: {one.saw} {'' if one.well else one.cure}".rstrip())
    return 0 if all(finding.well for finding in findings) else 1


def _look_at_python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding("Python", sys.version_info >= (3, 11), version, "Install Python 3.11 or newer.")


def _look_at_packages() -> Finding:
    from packaging.requirements import Requirement

    wrong = []
    for text in importlib.metadata.requires("sagsgraf") or []:
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        try:
            version = importlib.metadata.version(requirement.name)
        except importlib.metadata.PackageNotFoundError:
            wrong.append(f"{requirement.name} is missing")
            continue
        if not requirement.specifier.contains(version, prereleases=True):
            wrong.append(f"{requirement.name} {version} instead of {requirement.specifier}")
    return Finding("packages", not wrong, "; ".join(wrong) or "as needed", "Run: make clean setup")


def _look_at_space(settings: Settings) -> Finding:
    folder = _existing_folder(Path(settings.store)) if "://" not in settings.store else Path.cwd()
    free = shutil.disk_usage(folder).free
    return Finding("disk", free > NEEDED_SPACE, f"{free // 1_000_000:,} MB free", "Make room: 500 MB or more.")


def _existing_folder(path: Path) -> Path:
    return path if path.is_dir() and os.access(path, os.R_OK) else _existing_folder(path.resolve().parent)


def _look_at_store(settings: Settings) -> list[Finding]:
    """The store, and where it can be opened what is in it."""
    from api.service.store import open_configured_store

    try:
        with closing(open_configured_store(settings)) as store:
            return [_look_at_files(settings.store, store), _look_at_graph(store)]
    except SagsgrafError as error:
        return [Finding("store", False, error.message, error.cure)]


def _look_at_files(target: str, store: BoltGraphStore) -> Finding:
    from graph.storage import ANEW

    nodes = store.read("MATCH (n) RETURN count(n) AS nodes")[0]["nodes"]
    damages = store.examine()
    saw = f"{target} answers ({store.dialect}, {nodes:,} nodes)"
    return Finding("store", not damages, "; ".join((saw, *(one[:SHOWN] for one in damages))), ANEW)


def _look_at_graph(store: BoltGraphStore) -> Finding:
    from graph.orphans import CURE, find_orphans

    orphans = find_orphans(store)
    return Finding("graph", not orphans, "; ".join(map(str, orphans)) or "everything has what it belongs to", CURE)
