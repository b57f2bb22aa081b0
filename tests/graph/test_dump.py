"""The law of the graph: the same documents give the same graph, byte for byte."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from extract.records import MeetingRecord
from graph.dump import dump
from graph.loading import load
from graph.store import BoltGraphStore
from tests.graph.corpora import documents
from tests.stores import SOAK

SLOW = settings(
    max_examples=60 if SOAK else 5,  # each loads a corpus two or three times
    phases=[Phase.explicit, Phase.generate],  # a smaller example takes minutes to find and is not much smaller
)


def graph_of(store: BoltGraphStore, corpus: list[list[MeetingRecord]], group: int = 20) -> list[bytes]:
    store.write("MATCH (n) DETACH DELETE n")
    load(store, (record for document in corpus for record in document), group=group)
    return list(dump(store))


def difference(left: list[bytes], right: list[bytes]) -> list[str]:
    """The lines that only one of two dumps has; the whole dumps would say too much."""
    assert len(left) == len(set(left)), "a line stands twice"
    return [line.decode() for line in sorted(set(left) ^ set(right))] or (
        [] if left == right else ["order or repetition"]
    )


@SLOW
@given(documents(), st.randoms(use_true_random=False))
def test_order_and_grouping_do_not_matter(
    store: BoltGraphStore, corpus: list[list[MeetingRecord]], shuffler: random.Random
) -> None:
    shuffled = [*corpus, *corpus]
    shuffler.shuffle(shuffled)
    at_once = graph_of(store, corpus)
    assert difference(at_once, graph_of(store, shuffled, group=1)) == []


@SLOW
@given(documents(), documents())
def test_what_was_read_before_leaves_no_trace(
    store: BoltGraphStore, before: list[list[MeetingRecord]], now: list[list[MeetingRecord]]
) -> None:
    """The same files, read by an earlier extractor with another result, then by this one."""
    kept = {document[0].provenance.sha256 for document in now}
    earlier = [[_by_earlier_extractor(record) for record in document] for document in before]
    earlier = [document for document in earlier if document[0].provenance.sha256 in kept]
    clean = graph_of(store, now)
    graph_of(store, earlier)
    load(store, (record for document in now for record in document), group=2)
    assert difference(clean, list(dump(store))) == []


def _by_earlier_extractor(record: MeetingRecord) -> MeetingRecord:
    return replace(record, provenance=replace(record.provenance, extractor="0.0.1"))
