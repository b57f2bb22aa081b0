"""Many files, one after another or in several processes: a pure map from file to records, that one file cannot stop."""

from __future__ import annotations

import signal
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from multiprocessing import active_children, get_context
from pathlib import Path

from extract.document import Problem, Severity
from extract.errors import SagsgrafError
from extract.reading.cpr import mask_name
from extract.records import MeetingRecord

FILES_PER_PROCESS = 12  # fewer are read sooner here than a process takes to start (about 2 s with spaCy)
HEARING_SECONDS = 0.2
"""How long Ctrl-C may wait while files are read."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read and what is known of it beforehand."""

    path: Path
    source_url: str | None = None
    retrieved: date | None = None
    municipality: str | None = None

    @property
    def name(self) -> str:
        """The file's name as it may be shown: a CPR number in it is masked."""
        return mask_name(self.path.name)


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one file: records, or the problem for which it was refused."""

    source: Source
    records: tuple[MeetingRecord, ...]
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> bool:
        """Whether nothing of the file was taken."""
        return any(problem.severity is Severity.REFUSED for problem in self.problems)


def read_source(source: Source, watch_list: Sequence[Path] = ()) -> Reading:
    """Read and extract one file. What is wrong with the file is in the answer; nothing is raised for it."""
    from extract.extraction import extract
    from extract.reading import read

    try:
        document = read(
            source.path,
            source_url=source.source_url,
            retrieved=source.retrieved,
            municipality=source.municipality,
        )
        records = extract(document, watch_list=watch_list)
    except SagsgrafError as error:
        return Reading(source, (), (refusal(error),))
    except Exception as error:  # a fault of ours, or of a library, in one file must not cost the user the others
        fault = f"{type(error).__name__}: {error}"[:200]
        return refuse(source, "reader-failed", f"The reader failed on it ({fault}).", "Report it with the file.")
    problems = dict.fromkeys((*document.problems, *(problem for record in records for problem in record.problems)))
    return Reading(source, records, tuple(problems))


def refusal(error: SagsgrafError) -> Problem:
    """An error as the problem for which a file is refused."""
    return Problem(error.code, error.message, error.cure, Severity.REFUSED)


def refuse(source: Source, code: str, message: str, cure: str) -> Reading:
    """The reading of a file of which nothing is taken."""
    return Reading(source, (), (Problem(code, message, cure, Severity.REFUSED),))


def _crashed(source: Source) -> Reading:
    return refuse(source, "reader-crashed", "The file takes the reading process down.", "Report it with the file.")


def harvest(sources: Sequence[Source], *, processes: int = 1, watch_list: Sequence[Path] = ()) -> Iterator[Reading]:
    """The readings of all files, each as soon as it is there, so in no fixed order with several processes.

    Raises SettingsError for a wrong watch list, before any file is read.
    """
    if watch_list:
        from extract.entities.watchlist import read_watch_lists

        read_watch_lists(watch_list)
    wanted = min(processes, -(-len(sources) // FILES_PER_PROCESS))
    if wanted <= 1:
        yield from (read_source(source, watch_list) for source in sources)
        return
    left = list(sources)
    while left:
        suspects, left = yield from _harvest_side_by_side(left, wanted, watch_list)
        for source in suspects:  # one of these took its process down; alone, each can only harm itself
            crashed, _ = yield from _harvest_side_by_side([source], 1, watch_list)
            yield from map(_crashed, crashed)


def _harvest_side_by_side(
    sources: Sequence[Source], processes: int, watch_list: Sequence[Path]
) -> Generator[Reading, None, tuple[list[Source], list[Source]]]:
    """Yield what the pool reads; return the files that were under way when a process died, and those that waited."""
    waiting = list(reversed(sources))
    under_way: dict[Future[Reading], Source] = {}
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"))
    try:
        while waiting or under_way:
            while waiting and len(under_way) < 2 * processes:
                with _deaf():
                    future = pool.submit(read_source, waiting[-1], watch_list)
                under_way[future] = waiting.pop()
            with _deaf():
                done = wait(under_way, HEARING_SECONDS, FIRST_COMPLETED).done
                readings = [(future, future.result()) for future in done]
            for future, reading in readings:
                del under_way[future]
                yield reading
    except BrokenProcessPool:
        return list(under_way.values()), waiting[::-1]
    except BaseException:  # Ctrl-C: what is under way is not waited for
        for child in active_children():
            child.terminate()
        raise
    finally:
        with _deaf():
            pool.shutdown(cancel_futures=True)
    return [], []


@contextmanager
def _deaf() -> Iterator[None]:
    """In the block Ctrl-C waits: an interrupt within one of the pool's locks would leave it locked for ever.

    Processes and threads that are started in it never hear it, though a terminal sends it to all: we end them.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
