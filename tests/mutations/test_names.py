"""Show 5: names swapped for such as nobody has give the same facts, and the same graph, up to the swap."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.extraction import extract
from extract.reading import read
from graph.dump import dump
from graph.loading import load
from graph.store import BoltGraphStore, open_store
from tests.mutations.printing import annotations_of, difference, facts_of, print_changed
from tests.mutations.swapping import in_all_forms, swap_in, swap_words, unusual_words
from tests.stores import SOAK

SEEDS = (20261121, 7)[: 2 if SOAK else 1]
# Sums of what was packed, and words of search: other names have other stems.
_PACKED = re.compile(r'"(facts|digest)":"[0-9a-f]{64}"|"(terms)":"[^"]*"')
_WORD = re.compile(r"[^\W\d_]{2,}")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return print_changed(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def roster(plain: list[Path]) -> set[str]:
    """The words of the names of everybody who is listed as present or absent."""
    records = [record for path in plain for record in extract(read(path))]
    return {word for record in records for one in record.attendees for word in _WORD.findall(one.name)}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoltGraphStore]:
    with open_store(tmp_path_factory.mktemp("store")) as opened:
        yield opened


@pytest.mark.parametrize("seed", SEEDS)
def test_names_swapped_give_the_facts_swapped(seed: int, plain: list[Path], roster: set[str], tmp_path: Path) -> None:
    words = unusual_words(roster, seed)
    swapped = print_changed(tmp_path, lambda text: swap_words(text, words))
    assert len(plain) == len(swapped)
    for before, after in zip(plain, swapped, strict=True):
        wanted = swap_in(annotations_of(before), lambda text: swap_words(text, words))
        assert "\n".join(difference(facts_of(wanted), facts_of(annotations_of(after)))) == "", before.name


def test_the_graph_is_identical_up_to_the_swap(
    plain: list[Path], roster: set[str], tmp_path: Path, store: BoltGraphStore
) -> None:
    words = unusual_words(roster, SEEDS[0])
    swapped = print_changed(tmp_path, lambda text: swap_words(text, words))
    both = in_all_forms(words)
    some = slice(None if SOAK else 2)
    before, after = _graph_of(store, plain[some]), _graph_of(store, swapped[some])
    wanted = [_line(swap_in(json.loads(line), lambda text: swap_words(text, both))) for line in before]
    found = [_line(json.loads(line)) for line in after]
    assert "\n".join(sorted(set(wanted) ^ set(found))[:8]) == ""
    assert sorted(wanted) == sorted(found)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _graph_of(store: BoltGraphStore, paths: list[Path]) -> list[str]:
    """The dump, with the documents by their names instead of their hashes."""
    store.write("MATCH (n) DETACH DELETE n")
    records = [record for path in paths for record in extract(read(path))]
    load(store, records)
    names = {record.provenance.sha256[:16]: f"document {record.provenance.name}" for record in records}
    pattern = re.compile("(" + "|".join(names) + ")[0-9a-f]*")
    lines = (line.decode() for line in dump(store))
    named = (pattern.sub(lambda match: names[match.group(1)], line) for line in lines)
    return [_PACKED.sub(r'"\1\2":""', line) for line in named]
