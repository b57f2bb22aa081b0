"""Where files lie: a path on one machine or an address on the web, by which a newer version is known for one.

A path alone is not the same place on two machines that load into one graph, and a file's name is not the same place in
two folders; so a path is kept whole, with the name of its machine. The name is empty where only one machine can use
the store.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cypher import load_query
from extract.reading.cpr import mask_name
from graph.schema import Row, load_schema
from graph.store import Transaction
from graph.writing import write_nodes

_FILE = "file://"
_MASKED = re.compile(r"X(?:(?:%[0-9A-Fa-f]{2}|[^0-9A-Za-z]){0,6}X){9}")  # as `mask_name` leaves ten digits


@dataclass(frozen=True, slots=True)
class Source:
    """A place from which a document was read; `municipality` is what a person said of whose minutes lie there."""

    address: str
    municipality: str | None = None

    @property
    def id(self) -> str:
        """A value without slash, made of the address."""
        return hashlib.sha256(self.address.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @property
    def is_file(self) -> bool:
        """Whether it is a path, where one document lies at a time; an address may list several."""
        return self.address.startswith(_FILE)

    @property
    def is_sure(self) -> bool:
        """Whether it is one place: a masked address may be that of several ("Referat 090124-1700.pdf" and others)."""
        return not _MASKED.search(self.address)

    def row(self) -> Row:
        """The properties of its node."""
        row = {"id": self.id, "address": self.address, "file": self.is_file, "municipality": self.municipality}
        row = {name: value for name, value in row.items() if value is not None}
        load_schema().check_node("Source", row)
        return row


def file_source(path: Path, machine: str = "", municipality: str | None = None) -> Source:
    """The place of a file, the same however the path was written. A file that is a link keeps the link's name.

    A CPR number in the path is masked, as everywhere; such a file cannot be found again,
    nor a newer version of it be known.
    """
    whole = (path.parent.resolve() / path.name).as_posix()
    readable = whole.encode("utf-8", "replace").decode()  # a name that is no text is told as far as it is
    return Source(mask_name(f"{_FILE}{machine}/{readable.lstrip('/')}"), municipality)


def web_source(url: str) -> Source:
    """The place of an address on the web."""
    return Source(mask_name(url))


def path_of(source: Source, machine: str = "") -> Path | None:
    """The path of a file's place; none where it is another machine's, or no file."""
    start = f"{_FILE}{machine}/"
    return Path("/", source.address[len(start) :]) if source.address.startswith(start) else None


def write_sources(transaction: Transaction, given: Mapping[str, Sequence[Source]]) -> None:
    """Write from where documents (sha256) that are in the store were read; at a path lies one at a time."""
    nodes: dict[str, Row] = {}
    pairs: list[Row] = []
    for row in _sources_of(transaction, sorted(given)):
        stored = {source["id"]: source for source in row["sources"]}
        for source in sorted(given[row["document"]], key=lambda each: (each.address, each.municipality or "")):
            known = stored.get(source.id)
            new = (known or {}) | source.row()  # what was said of it before counts where nothing is said now
            if new != known:
                nodes[source.id] = nodes.get(source.id, {}) | new
                pairs.append({"document": row["document"], "source": source.id})
    if nodes:
        write_nodes(transaction, "Source", nodes.values())
        transaction.run_many(load_query("load", "read_from"), pairs)


def take_places(transaction: Transaction, places: Mapping[str, Sequence[Source]]) -> None:
    """Say that at these paths, which are sure, these documents (sha256) lie now, and no other."""
    rows = [{"document": document, "source": one.id} for document in sorted(places) for one in places[document]]
    transaction.run_many(load_query("load", "left_sources"), rows)


def _sources_of(transaction: Transaction, documents: Sequence[str]) -> list[Row]:
    return transaction.run(load_query("load", "sources_of"), documents=list(documents))
