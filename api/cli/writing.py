"""The commands that write files: `extract`, `annotate`, `export`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import orjson
from rich.markup import escape

from api.cli import output
from extract.errors import SagsgrafError, SettingsError

if TYPE_CHECKING:
    from api.service.exports import Export
    from api.settings import Settings
    from extract.harvest import Reading, Source
    from graph.rdf import Format
    from graph.store import GraphStore

IMPORT_FORM = "neo4j"


def write_records(
    paths: Sequence[Path], out: Path, municipality: str | None, watch_list: Sequence[Path], processes: int | None
) -> int:
    """Write one JSON line a meeting, in the order of the files; the exit code."""
    from api.service.ingestion import default_processes, find_sources
    from extract.harvest import harvest

    sources = find_sources(paths, municipality=municipality)
    readings = harvest(sources, processes=processes or default_processes(), watch_list=watch_list)
    refused = 0
    with _output(out) as stream:
        for reading in _in_order(sources, readings):
            refused += reading.refused
            for record in reading.records:
                stream.write(orjson.dumps(record, default=str, option=orjson.OPT_APPEND_NEWLINE))
            for problem in reading.problems:
                output.report_problem(reading.source.name, problem)
    return 1 if refused else 0


def _in_order(sources: Sequence[Source], readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings in the order of their files; what comes early waits its turn."""
    turn = iter(sources)
    early: dict[Path, Reading] = {}
    next_path = next(turn).path
    for reading in readings:
        early[reading.source.path] = reading
        while next_path in early:
            yield early.pop(next_path)
            next_path = next((source.path for source in turn), Path())


def _output(path: Path) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdout.buffer) if str(path) == "-" else _writable(path)


def _writable(path: Path) -> BinaryIO:
    try:
        return path.open("wb")
    except OSError as error:
        raise SettingsError(f"Cannot write {path}: {error.strerror}.", "Name another file.") from error


def write_annotations(paths: Sequence[Path], folder: Path, municipality: str | None, watch_list: Sequence[Path]) -> int:
    """Write one file a meeting in the form of the gold; the exit code."""
    from extract.measuring.figures import annotate_file
    from extract.reading import find_files
    from extract.reading.cpr import mask_name
    from extract.reading.origin import check_municipality

    check_municipality(municipality)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"Cannot make {folder}: {error.strerror}.", "Name another folder.") from error
    code = 0
    written: set[str] = set()
    for path in find_files(paths):
        try:
            annotations = annotate_file(path, municipality, watch_list)
            _refuse_same(annotations.keys() & written)
        except SagsgrafError as error:
            output.err.print(f"{escape(mask_name(path.name))}: ", end="")
            output.complain(error)
            code = 1
            continue
        for name, annotation in annotations.items():
            with _writable(folder / name) as stream:
                stream.write(orjson.dumps(annotation, default=str, option=orjson.OPT_INDENT_2))
            output.out.print(str(folder / name))
        written.update(annotations)
    return code


def _refuse_same(names: Iterable[str]) -> None:
    """Raises SettingsError where another document of this run has been written under a name: it would be lost."""
    if name := min(names, default=None):
        raise SettingsError(
            f"{name} is written already, for another document of the same name.",
            "Give each folder an --out of its own, or name the files apart.",
        )


def write_graph(store: GraphStore, settings: Settings, out: Path, form: str) -> None:
    """Write the graph in one of its forms and tell how much it is."""
    from api.service.exports import Export

    if form in set(Export):
        _write_lines(store, out, Export(form))
        return
    if form == IMPORT_FORM:
        _write_import(store, out)
        return
    from graph.rdf import Format

    if form not in set(Format):
        known = [*Format, *Export, IMPORT_FORM]
        raise SettingsError(f"There is no format '{form}'.", f"Choose one of: {', '.join(known)}.")
    _write_rdf(store, settings, out, Format(form))


def show_schema(name: str) -> None:
    """Print the JSON Schema of one line of an export."""
    from api.service.exports import Export, read_schema

    if name not in set(Export):
        raise SettingsError(f"There is no schema of '{name}'.", f"Choose one of: {', '.join(Export)}.")
    sys.stdout.buffer.write(read_schema(Export(name)).encode())


def _write_lines(store: GraphStore, out: Path, export: Export) -> None:
    from api.service.exports import export_lines

    count = 0
    with _output(out) as stream:
        for line in export_lines(store, export):
            stream.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
            count += 1
    output.err.print(f"{count:,} {export} in {escape(str(out))}")


def _write_import(store: GraphStore, folder: Path) -> None:
    from graph.importing import ARGUMENTS, FINISH, write_import_files

    written = write_import_files(store, folder)
    output.err.print(f"{written.nodes:,} nodes and {written.relations:,} relations in {escape(str(folder))}")
    output.err.print("There, beside a Neo4j that is stopped and has no such database yet:")
    output.err.print(f"  neo4j-admin database import full neo4j @{ARGUMENTS}", highlight=False)
    output.err.print(f"then start it:\n  cypher-shell -f {FINISH}", highlight=False)


def _write_rdf(store: GraphStore, settings: Settings, out: Path, form: Format) -> None:
    from graph.rdf import export

    base_url = settings.public_url or f"http://{settings.host}:{settings.port}"
    try:
        count = export(store, form, out, base_url)
    except OSError as error:
        raise SettingsError(f"Cannot write {out}: {error.strerror}.", "Name another file.") from error
    output.err.print(f"{count:,} triples in {out}")
    if not settings.base_url:
        output.err.print(f"Their names begin with {base_url}; set SAGSGRAF_BASE_URL to your public address.")
