"""`sagsgraf backup` and `sagsgraf restore`: the whole graph into a file, and back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from api.cli import output
from api.version import VERSION

if TYPE_CHECKING:
    from api.settings import Settings
    from graph import backup
    from graph.contents import Contents
    from graph.store import GraphStore


def back_up(store: GraphStore, path: Path, *, as_json: bool) -> None:
    """Write the graph to ``path`` and tell how much it was."""
    from graph.backup import write_backup

    with _progress("Writing") as progress:
        contents = write_backup(store, path, VERSION, progress)
    _tell(contents, path, as_json=as_json)


def bring_back(settings: Settings, path: Path, *, replace: bool, as_json: bool) -> None:
    """Put the graph of ``path`` into the configured store and tell how much it was."""
    from api.service.store import open_configured_store
    from graph.backup import check_backup
    from graph.restoring import restore_backup

    check_backup(path)  # before a store is made for it
    with closing(open_configured_store(settings, half=True)) as store, _progress("Restoring") as progress:
        contents = restore_backup(store, path, replace=replace, progress=progress)
    _tell(contents, path, as_json=as_json)


@contextmanager
def _progress(word: str) -> Iterator[backup.Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=output.err) as progress:
        task = progress.add_task(f"{word} nodes and relations", total=None)

        def advance(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield advance


def _tell(contents: Contents, path: Path, *, as_json: bool) -> None:
    size = path.stat().st_size
    if as_json:
        output.write_json(
            {"file": path, "bytes": size, "nodes": contents.nodes, "relations": contents.relations},
        )
    else:
        output.write_table(("file", "bytes", "nodes", "relations"), [(path, size, contents.nodes, contents.relations)])
