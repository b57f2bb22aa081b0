"""A folder of agenda JSON as one corpus: as it is, or with every printed point number hidden."""

from __future__ import annotations

import json
import pickle
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from extract.extraction import extract
from extract.reading import read
from extract.records import ItemKind, MeetingRecord
from graph.assembly import assemble, unparsed
from graph.facts import Facts
from graph.schema import Row
from graph.threads.corpus import Corpus, Meeting, Point, Reference, Ruling

_SPACE = r"(?:\s|&nbsp;|<[^<>]*>)*"
# "(pkt. 25)", "(punkt 3 og 4)", "(pkt 25.1)", also where tags or spaces stand inside; the space before goes with it
_NUMBER = re.compile(
    rf"(?:\s|&nbsp;)?\({_SPACE}(?:pkt|punkt)\.?{_SPACE}\d(?:[\d.,\s]|&nbsp;|<[^<>]*>|og|pkt)*\)", re.IGNORECASE
)
Pairs = Iterator[tuple[Facts, str, Row]]


def hide_numbers(text: str) -> str:
    """HTML without the point numbers in brackets. Tags inside of what goes are put back, so that it stays whole."""
    return _NUMBER.sub(lambda match: "".join(re.findall(r"<[^<>]*>", match[0])), text)


def read_records(folder: Path, *, hidden: bool, cache: Path | None = None) -> Sequence[MeetingRecord]:
    """The records of all files in the folder; `cache` is a folder where they are kept between two runs."""
    kept = cache / f"{'hidden' if hidden else 'shown'}.pickle" if cache else None
    if kept and kept.is_file():
        records: Sequence[MeetingRecord] = pickle.loads(kept.read_bytes())  # noqa: S301 - written by this function
        return records
    paths = sorted(folder.glob("*.json"))
    with tempfile.TemporaryDirectory(prefix="sagsgraf-threads-") as made:
        sources = _hidden(paths, Path(made)) if hidden else paths
        records = tuple(record for path in sources for record in extract(read(path)))
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(records))
    return records


def _hidden(paths: Iterable[Path], folder: Path) -> Iterator[Path]:
    for path in paths:
        content = _every_string(json.loads(path.read_text("utf-8")), hide_numbers)
        copy = folder / path.name
        copy.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        yield copy


def _every_string(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_every_string(each, change) for each in value]
    if isinstance(value, dict):
        return {key: _every_string(each, change) for key, each in value.items()}
    return value


def corpus_of(records: Iterable[MeetingRecord]) -> Corpus:
    """The corpus of records of one municipality, without a store."""
    facts = [assemble(record) for record in records if not unparsed(record)]
    [municipality] = {row["id"] for each in facts for row in each.nodes["Municipality"]}
    names = {row["id"]: row["name"] for each in facts for row in each.nodes.get("Body", ())}
    return Corpus(
        municipality=municipality,
        meetings=tuple(_meeting(each) for each in facts),
        points=tuple(point for each in facts for point in _points(each)),
        rulings=tuple(_ruling(each, *pair) for each in facts for pair in _parts(each, "HAS_DECISION")),
        references=tuple(_reference(*pair) for each in facts for pair in _parts(each, "HAS_REFERENCE")),
        body_names=names,
    )


def _meeting(facts: Facts) -> Meeting:
    [row] = facts.nodes["Meeting"]
    [body] = [edge.start for _, edge in facts.edges("HELD")]
    return Meeting(row["id"], body, row.get("date"), row["status"])


def _points(facts: Facts) -> Iterator[Point]:
    [meeting] = facts.nodes["Meeting"]
    numbers = {edge.start: edge.end for _, edge in facts.edges("HAS_NUMBER") if edge.props["principal"]}
    printed = {row["id"]: row["number"] for row in facts.nodes.get("CaseNumber", ())}
    for row in facts.nodes.get("AgendaItem", ()):
        number = numbers.get(row["id"])
        yield Point(
            id=row["id"],
            number=number,
            printed=printed.get(number) if number else None,
            kind=ItemKind(row["kind"]),
            title=row["title"],
            date=row.get("date"),
            meeting=meeting["id"],
            ordinal=row["ordinal"],
            item_number=row.get("number"),
            text=row.get("text") or "",
        )


def _parts(facts: Facts, relation: str) -> Iterator[tuple[str, Row]]:
    """The nodes that hang on points by a relation, each with the id of its point."""
    for kind, edge in facts.edges(relation):
        rows = {row["id"]: row for row in facts.nodes[kind.end]}
        yield edge.start, rows[edge.end]


def _reference(item: str, row: Row) -> Reference:
    return Reference(
        id=row["id"],
        item=item,
        date=row["date"],
        item_number=row.get("item_number"),
        body=row.get("body"),
        surface=row.get("surface") or "",
        sentence=row.get("sentence") or "",
    )


def _ruling(facts: Facts, item: str, row: Row) -> Ruling:
    [body] = [edge.end for _, edge in facts.edges("MADE_BY") if edge.start == row["id"]] or [""]
    return Ruling(
        id=row["id"],
        item=item,
        body=body,
        date=row.get("date"),
        own=row["own"],
        item_number=row.get("item_number"),
        text=row.get("text") or "",
        outcomes=tuple(row.get("outcomes") or ()),
        ordinal=row["ordinal"],
    )
