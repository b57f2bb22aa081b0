"""The page of the model and its picture are made of the data, and the data is what a loaded graph holds."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from api.service.ingestion import find_sources
from extract.harvest import harvest
from graph.catalogue import DOCS, files
from graph.loading import load
from graph.picture import draw_model, label_of, load_picture
from graph.schema import load_schema
from graph.store import GraphStore, open_store
from graph.writing import statement
from tests.shared import SHARED, needs_shared
from tests.stores import SOAK, LentStore, load_examples

SCHEMA = load_schema()


@pytest.mark.parametrize("path", sorted(files()), ids=lambda path: path.name)
def test_the_page_and_its_picture_stand_as_they_would_be_made(path):
    assert path.read_text("utf-8") == files()[path], "write it anew: python -m graph.catalogue"


def test_the_page_tells_of_every_label_relation_and_property():
    page = (DOCS / "graph-model.md").read_text("utf-8")
    assert set(re.findall(r"^### (\w+)$", page, re.MULTILINE)) == set(SCHEMA.label)
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", page, re.MULTILINE)) == set(SCHEMA.relation)
    for name, label in SCHEMA.label.items():
        chapter = page.split(f"### {name}\n")[1].split("\n#")[0]
        assert set(re.findall(r"^\| `(\w+)` \|", chapter, re.MULTILINE)) >= label.properties.keys() - {"id"}


class TestPicture:
    def test_every_label_is_drawn_or_left_out_with_a_reason(self):
        picture = load_picture()
        drawn = {label_of(box) for box in picture.box}
        assert drawn | picture.left_out.keys() == SCHEMA.label.keys()
        assert not drawn & picture.left_out.keys()

    def test_every_line_is_a_relation_of_the_schema(self):
        for start, type_, end in (each for part in load_picture().lines for each in part.ends):
            assert (label_of(start), label_of(end)) in SCHEMA.relation[type_]

    def test_no_two_boxes_lie_on_each_other(self):
        taken = Counter(
            (column, row) for column, first, rows in load_picture().box.values() for row in range(first, first + rows)
        )
        assert set(taken.values()) == {1}

    def test_is_whole_and_readable_on_light_and_dark(self):
        text = draw_model()
        root = ElementTree.fromstring(text)  # noqa: S314 - our own text
        boxes = [each for each in root if each.tag.endswith("rect") and "box" in each.get("class", "")]
        assert len(boxes) == len(load_picture().box)
        assert "prefers-color-scheme: dark" in text


def held(store: GraphStore) -> set[str]:
    """What a store holds, in the words of the schema: labels, their properties, relations with their ends."""
    found: set[str] = set()
    for label in SCHEMA.label:
        for row in store.read(statement("all_nodes", LABEL=label)):
            SCHEMA.check_node(label, row["props"])
            found |= {label} | {f"{label}.{name}" for name, value in row["props"].items() if value is not None}
    for type_, ends in SCHEMA.relation.items():
        for start, end in ends:
            for row in store.read(statement("all_relations", TYPE=type_, FROM=start, TO=end)):
                SCHEMA.check_relation(type_, start, end, row["props"])
                found |= {f"({start})-[{type_}]->({end})"} | {f"{type_}.{name}" for name in row["props"]}
    return found


def promised() -> set[str]:
    """What the schema has a place for, in the same words."""
    properties = {f"{name}.{key}" for name, label in SCHEMA.label.items() for key in label.properties}
    relations = {f"({start})-[{type_}]->({end})" for type_, ends in SCHEMA.relation.items() for start, end in ends}
    of_relations = {f"{name}.{key}" for name, keys in SCHEMA.relation_properties.items() for key in keys}
    return {*SCHEMA.label, *properties, *relations, *of_relations}


def covered(key: str) -> set[str]:
    """What a key of `not_in_examples` stands for."""
    if key not in SCHEMA.label:
        return {key}
    return {one for one in promised() if one == key or one.startswith(f"{key}.") or f"({key})" in one}


def test_what_the_examples_do_not_show_is_marked_and_nothing_else(server: LentStore):
    found = held(server.holding("examples", load_examples))
    marked = {one for key in SCHEMA.not_in_examples for one in covered(key)}
    assert marked <= promised()
    assert promised() - found - marked == set(), "neither in the examples nor in not_in_examples of schema.toml"
    assert found & marked == set(), "in the examples after all"


@needs_shared
@pytest.mark.skipif(not SOAK, reason="takes a minute: make soak")
def test_what_real_minutes_are_said_to_show_they_show(tmp_path: Path):
    minutes = SHARED / "minutes"
    paths = [*sorted((minutes / "haderslev").glob("*.txt")), *sorted((minutes / "greve").glob("*.json"))[:8]]
    with open_store(tmp_path / "real") as store:
        load(store, (record for reading in harvest(find_sources(paths)) for record in reading.records))
        found = held(store)
    assert found <= promised()
    said = [key for key, why in SCHEMA.not_in_examples.items() if why.startswith("real minutes: ")]
    assert {one for key in said for one in covered(key)} <= found


def test_a_loaded_graph_holds_nothing_that_the_schema_does_not_tell(server: LentStore):
    store = server.holding("examples", load_examples)
    assert held(store) <= promised()
    labels = store.read("MATCH (n) RETURN DISTINCT labels(n) AS labels")
    assert {tuple(row["labels"]) for row in labels} <= {(label,) for label in SCHEMA.label}
    query = "MATCH (a)-[r]->(b) RETURN DISTINCT labels(a)[0] AS a, type(r) AS t, labels(b)[0] AS b"
    assert {(row["t"], row["a"], row["b"]) for row in store.read(query)} <= {
        (type_, start, end) for type_, ends in SCHEMA.relation.items() for start, end in ends
    }
