"""How files came: from where, with what else, what a person wants of them; and what became of them beside others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from api.service.renewal import digest_of
from extract.document import Problem
from extract.harvest import Source
from graph.arriving import Given, News
from graph.sources import Source as Place
from graph.sources import file_source, web_source
from graph.superseding import Fate
from graph.tombstones import Reason, Tombstone

OUT = "kept out"
_BACK = "`sagsgraf ingest FILE --readmit` lets it in."
_CHOOSE = "Say which counts: `sagsgraf ingest FILE --replaces DOCUMENT`."
_FATES: Mapping[Fate, tuple[str, str, str]] = {  # code, message, cure
    Fate.REPLACES: ("replaces", "It takes the place of {other}.", "If that is wrong, give that file with --readmit."),
    Fate.OLDER: ("document-superseded", "{other} was fetched later from the same place.", _BACK),
    Fate.UNREAD: ("both-stand", "No meeting was read in it; {other} from the same place stands beside it.", _CHOOSE),
    Fate.OTHER_MEETING: (
        "both-stand", "{other} from the same place tells of another meeting, too, and stands beside it.", _CHOOSE,
    ),
    Fate.UNCLEAR: (
        "both-stand", "{other} tells of the same meeting; it is not sure that it lay in the same place. Both stand.",
        _CHOOSE,
    ),
    Fate.SAME_RUN: (
        "both-stand", "{other} was given with it from the same address; both stand.",
        f"Give each its day of retrieval in manifest.csv. {_CHOOSE}",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class File:
    """A file and the sha256 of its bytes; none where it cannot be opened."""

    source: Source
    digest: str | None


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person wants of the files of a run."""

    replaces: str | None = None  # the document (sha256) that gives way, wherever it lay
    readmit: bool = False  # also what was taken out before
    machine: str = ""  # the name of this machine in the places of files
    day: date = field(default_factory=date.today)

    def given(self, files: Sequence[File]) -> dict[str, Given]:
        """How each file came, by its sha256; one that lies in several places came from all of them."""
        places: dict[str, set[Place]] = defaultdict(set)
        at: dict[str, set[str]] = defaultdict(set)  # which files give one place
        for file in files:
            if file.digest:
                for place in _places(file.source, self.machine):
                    places[file.digest].add(place)
                    at[place.id].add(file.digest)
        named = frozenset([self.replaces] if self.replaces else [])
        return {
            digest: Given(
                tuple(sorted(found, key=lambda place: (place.address, place.municipality or ""))),
                frozenset(other for place in found for other in at[place.id]) - {digest},
                named - {digest},
                self.readmit,
            )
            for digest, found in places.items()
        }


def gather(sources: Iterable[Source]) -> list[File]:
    """The files, each with its sha256."""
    return [File(source, digest_of(source.path)) for source in sources]


def _places(source: Source, machine: str) -> list[Place]:
    file = file_source(source.path, machine, source.municipality)
    return [file, web_source(source.source_url)] if source.source_url else [file]


def told(news: News, name: str) -> Problem:
    """What became of a file beside the document that is called `name`, for its reader."""
    if news.stone and isinstance(news.fate, Reason):
        return told_out(news.stone, name)
    code, message, cure = _FATES[Fate(news.fate)]
    gone = f" With it went {', '.join(news.stone.meetings)}." if news.stone and news.stone.meetings else ""
    return Problem(code, message.format(other=name) + gone, cure)


def told_out(stone: Tombstone, newer: str) -> Problem:
    """Why a file is not read: it was taken out; `newer` is what the document is called that took its place."""
    if stone.reason is Reason.SUPERSEDED:
        return told_replaced(f"On {stone.date} {newer}")
    why = f": {stone.why}" if stone.why else ""
    return Problem("document-removed", f"It was removed on {stone.date}{why}.", _BACK)


def told_replaced(newer: str) -> Problem:
    """What became of a file whose document gave way in this run."""
    return Problem("document-superseded", f"{newer} took its place.", _BACK)
