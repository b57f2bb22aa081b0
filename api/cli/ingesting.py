"""`sagsgraf ingest`: progress while it reads, a summary and the problems of each file at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from api.cli import output

if TYPE_CHECKING:
    from api.models import Statistics
    from api.service.ingestion import FileReport, IngestReport
    from api.settings import Settings


def ingest_paths(
    settings: Settings,
    paths: Sequence[Path],
    *,
    municipality: str | None,
    source_url: str | None,
    retrieved: date | None,
    watch_list: Sequence[Path],
    processes: int | None,
    again: bool,
    as_json: bool,
) -> IngestReport:
    """Read all files into the configured store and tell how it went."""
    from api.service.ingestion import find_sources, ingest
    from api.service.statistics import statistics
    from api.service.store import open_configured_store
    from graph.identity.book import read_book

    sources = find_sources(paths, municipality=municipality, source_url=source_url, retrieved=retrieved)
    book = read_book(Path(settings.judgements))
    with closing(open_configured_store(settings)) as store:
        with _progress(len(sources), hidden=as_json) as advance:
            report = ingest(
                store, sources, again=again, processes=processes, watch_list=watch_list, book=book, on_file=advance
            )
        figures = statistics(store)
    if as_json:
        output.write_json(
            {"files": report.files, "unheard": report.unheard, "seconds": report.seconds, "graph": figures}
        )
    else:
        _tell(report, figures)
    return report


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
    for file in report.files:
        for problem in file.problems:
            output.report_problem(file.name, problem)
    for one in report.unheard:
        said = f"judgements, line {one.line}: nothing was done with {one.about} ({one.why})"
        output.err.print(said, style="yellow", markup=False)
    outcomes = ("read", "read with a warning", "unchanged", "refused")
    output.write_table(
        ("files " + outcomes[0], *outcomes[1:], "seconds"),
        [(*map(report.count, outcomes), f"{report.seconds:.1f}")],
    )
    output.write_table(
        ("the graph holds meetings", "points", "case numbers", "of these containers", "cases"),
        [(figures.meetings_held, figures.items, figures.case_numbers, figures.containers, figures.cases)],
    )
