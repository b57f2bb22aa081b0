"""An embedded store for the stages that need one, filled with the enlarged examples."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.corpus import enlarged, example_records
from graph.embedded import EmbeddedServer
from graph.store import BoltGraphStore, Connection


@contextmanager
def empty_store() -> Iterator[tuple[BoltGraphStore, Connection]]:
    """A store with its schema, and how a driver reaches the same server."""
    with TemporaryDirectory(prefix="sagsgraf-bench-") as folder:
        server = EmbeddedServer(Path(folder), "sagsgraf")
        with BoltGraphStore(server) as store:
            store.apply_schema()
            yield store, server.connect()


@contextmanager
def filled_store(times: int) -> Iterator[tuple[BoltGraphStore, Connection]]:
    """The same with the examples in it, `times` as large."""
    from graph.loading import load

    with empty_store() as (store, connection):
        load(store, enlarged(example_records(), times))
        yield store, connection
