"""Many files, one after another or in several processes: a pure map from file to records, that one file cannot stop."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from extract.document import Problem, Severity
from extract.errors import SagsgrafError
from extract.reading.cpr import mask_name
from extract.records import MeetingRecord

FILES_PER_PROCESS = 12  # fewer are read sooner here than a process takes to start (about 2 s with spaCy)


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
    yield from _harvest_side_by_side(sources, wanted, watch_list)


def _harvest_side_by_side(sources: Sequence[Source], processes: int, watch_list: Sequence[Path]) -> Iterator[Reading]:
    """What processes read that each have one file at a time; who dies of its file is replaced by another.

    Without a pool's threads and locks: an interrupt may come anywhere, and a process end in the midst of its answer.
    """
    waiting = list(reversed(sources))
    workers: dict[Connection, BaseProcess] = {}
    under_way: dict[Connection, Source] = {}
    try:
        while waiting or under_way:
            while waiting and len(workers) < processes:
                worker, connection = _start_worker(watch_list)
                workers[connection] = worker
            for connection in workers:
                if waiting and connection not in under_way:
                    under_way[connection] = waiting.pop()
                    connection.send(under_way[connection])
            ready = wait(list(under_way))
            for connection in [one for one in under_way if one in ready]:
                source = under_way.pop(connection)
                try:
                    reading = connection.recv()
                except (EOFError, OSError):
                    reading = _crashed(source)
                    workers.pop(connection).join()
                yield reading
    finally:
        for worker in workers.values():
            worker.terminate()
        for worker in workers.values():
            worker.join()


def _start_worker(watch_list: Sequence[Path]) -> tuple[BaseProcess, Connection]:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    worker = context.Process(target=_work, args=(theirs, read_source, watch_list), daemon=True)
    with _deaf_children():
        worker.start()
    theirs.close()  # so that its end is seen here
    return worker, ours


def _work(
    connection: Connection, read: Callable[[Source, Sequence[Path]], Reading], watch_list: Sequence[Path]
) -> None:
    """Read what is asked for until nobody asks any more."""
    while True:
        try:
            source = connection.recv()
        except EOFError:
            return
        connection.send(read(source, watch_list))


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Processes that are started in the block do not hear Ctrl-C, which a terminal sends to all: we end them."""
    resource_tracker.ensure_running()  # it is started with the first of them, and would let signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
