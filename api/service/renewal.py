"""What an older extractor has read (stale facts), and the files from which it can be read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cypher import load_query
from extract.errors import ReadingError
from extract.harvest import Source
from extract.reading import content_of
from extract.version import extractor_version
from graph.sources import Source as Place
from graph.sources import path_of
from graph.store import GraphStore


class Why(StrEnum):
    """Why a document cannot be read again from where it was."""

    UNTOLD = "untold"  # no path of it is known
    ELSEWHERE = "elsewhere"  # its files lie on another machine
    MISSING = "missing"  # its files are gone
    CHANGED = "changed"  # another file lies there now


@dataclass(frozen=True, slots=True)
class Lost:
    """A document whose facts are stale and whose file was not found."""

    document: str  # sha256
    name: str
    why: Why


def digest_of(path: Path) -> str | None:
    """The sha256 of a file; None where it cannot be opened, which the reader then tells better."""
    try:
        return hashlib.sha256(content_of(path)).hexdigest()
    except ReadingError:
        return None


def stale(store: GraphStore) -> dict[str, int]:
    """How many documents were read by each older extractor."""
    rows = store.read(load_query("load", "extractors"))
    return {row["extractor"]: row["documents"] for row in rows if row["extractor"] != extractor_version()}


def renewable(store: GraphStore, machine: str) -> tuple[list[Source], list[Lost]]:
    """The files of stale documents that still lie where they were read, and the documents that have none."""
    sources, lost = [], []
    for row in store.read(load_query("load", "stale_documents"), extractor=extractor_version()):
        places = [Place(place["address"], place.get("municipality")) for place in row["sources"]]
        found = _readable(row["document"], places, machine)
        if isinstance(found, Why):
            lost.append(Lost(row["document"], row["name"], found))
        else:
            path, municipality = found
            sources.append(Source(path, row["source_url"], row["retrieved"], municipality))
    return sources, lost


def _readable(document: str, places: Iterable[Place], machine: str) -> tuple[Path, str | None] | Why:
    why = Why.UNTOLD
    for place in places:
        path = path_of(place, machine)
        if path is None:
            why = Why.ELSEWHERE
            continue
        digest = digest_of(path)
        if digest == document:
            return path, place.municipality
        why = Why.MISSING if digest is None else Why.CHANGED
    return why
