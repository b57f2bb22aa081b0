"""`sagsgraf ingest`: progress while it reads, a summary and the problems of each file at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from api.cli import output

if TYPE_CHECKING:
    from api.models import Statistics
    from api.service.ingestion import FileReport, IngestReport
    from api.service.renewal import Lost
    from api.settings import Settings
    from extract.harvest import Source
    from graph.errors import StoreUnreachable
    from graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a user says of the files beside their paths."""

    municipality: str | None = None
    source_url: str | None = None
    retrieved: date | None = None
    watch_list: tuple[Path, ...] = ()
    processes: int | None = None
    again: bool = False
    replaces: str | None = None  # any name of the document that gives way
    readmit: bool = False
    stale: bool = False  # what an older version has read, from where it lies

    @property
    def anew(self) -> bool:
        """Whether what the graph holds is read again: what is said of a file changes what is read."""
        return self.again or bool(self.municipality or self.source_url or self.retrieved or self.watch_list)


def ingest_paths(settings: Settings, paths: Sequence[Path], wishes: Wishes, *, as_json: bool) -> IngestReport:
    """Read all files into the configured store and tell how it went."""
    from api.service.arrivals import Choices
    from api.service.ingestion import ingest
    from api.service.removal import machine_of
    from api.service.renewal import stale
    from api.service.statistics import statistics
    from api.service.store import open_configured_store
    from graph.identity.book import read_book

    named = [] if wishes.stale else _named(paths, wishes)
    book = read_book(Path(settings.judgements))
    machine = machine_of(settings)
    with closing(open_configured_store(settings)) as store:
        sources, lost = _of_stale(store, machine) if wishes.stale else (named, [])
        choices = Choices(_replaced(store, named, wishes.replaces, machine), wishes.readmit, machine)
        with _progress(len(sources), hidden=as_json) as advance:
            report = ingest(
                store, sources, again=wishes.anew, processes=wishes.processes, watch_list=wishes.watch_list,
                book=book, choices=choices, on_file=advance, on_waiting=_tell_waiting,
            )  # fmt: skip
        figures, older = statistics(store), stale(store)
    if as_json:
        told = {"files": report.files, "lost": lost, "unheard": report.unheard, "stale": older}
        output.write_json({**told, "seconds": report.seconds, "graph": figures})
    else:
        _tell(report, figures)
        _tell_stale(lost, sum(older.values()))
    return report


def _named(paths: Sequence[Path], wishes: Wishes) -> list[Source]:
    """The files that the paths name, with their origin."""
    from api.service.ingestion import find_sources
    from extract.errors import SettingsError

    found = find_sources(
        paths, municipality=wishes.municipality, source_url=wishes.source_url, retrieved=wishes.retrieved
    )
    if wishes.replaces and len(found) != 1:
        raise SettingsError(
            f"--replaces is about one file, but {len(found)} were named.", "Name the file that takes the place."
        )
    return found


def _of_stale(store: GraphStore, machine: str) -> tuple[list[Source], list[Lost]]:
    from api.service.renewal import renewable

    return renewable(store, machine)


def _replaced(store: GraphStore, named: Sequence[Source], replaces: str | None, machine: str) -> str | None:
    """The document that gives way to the one that is named."""
    from api.service.removal import named_document
    from api.service.renewal import digest_of
    from extract.errors import SettingsError

    if replaces is None:
        return None
    document = named_document(store, replaces, machine)
    if digest_of(named[0].path) == document:
        raise SettingsError(f"{named[0].name} is '{replaces}' itself.", "Name another document with --replaces.")
    return document


def _tell_waiting(error: StoreUnreachable) -> None:
    output.err.print(f"{error.message} Waiting for it; what is loaded is kept.", style="yellow", markup=False)


@contextmanager
def _progress(total: int, *, hidden: bool) -> Iterator[Callable[[FileReport], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=output.err, disable=hidden) as progress:
        task = progress.add_task("Reading", total=total)

        def advance(file: FileReport) -> None:
            progress.update(task, advance=1, description=f"Reading {file.name[:40]}")

        yield advance
        progress.update(task, description="Read")


def _tell(report: IngestReport, figures: Statistics) -> None:
    from api.service.ingestion import OUTCOMES

    for file in report.files:
        for problem in file.problems:
            output.report_problem(file.name, problem)
    for one in report.unheard:
        said = f"judgements, line {one.line}: nothing was done with {one.about} ({one.why})"
        output.err.print(said, style="yellow", markup=False)
    output.write_table(
        ("files " + OUTCOMES[0], *OUTCOMES[1:], "seconds"),
        [(*map(report.count, OUTCOMES), f"{report.seconds:.1f}")],
    )
    output.write_table(
        ("the graph holds meetings", "points", "case numbers", "of these containers", "cases"),
        [(figures.meetings_held, figures.items, figures.case_numbers, figures.containers, figures.cases)],
    )


def _tell_stale(lost: Sequence[Lost], left: int) -> None:
    for one in lost:
        said = f"{one.name} ({one.document[:12]}) cannot be read again: {one.why}. Give its file to `sagsgraf ingest`."
        output.err.print(said, style="yellow", markup=False)
    if left:
        said = f"Documents read by an older version: {left}. `sagsgraf ingest --stale` reads them again where they lie."
        output.err.print(said, style="yellow", markup=False)
