"""What the documentation and the description of the API show is what the library answers."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from api.service.queries import library
from bench.library.files import DOCS, EXAMPLES, HOUSE, ask_examples, drawings, files
from cypher import query_names
from cypher.catalogue import LIBRARY
from tests.stores import LentStore, load_examples


@pytest.fixture
def made(server: LentStore) -> dict[str, str]:
    store = server.holding("examples", load_examples)
    return {path.relative_to(HOUSE).as_posix(): text for path, text in files(store).items()}


def test_every_file_stands_as_it_would_be_made(made: dict[str, str]) -> None:
    for path, text in made.items():
        assert (HOUSE / path).read_text("utf-8") == text, f"{path}: write it anew with python -m bench.library"


def test_every_question_has_its_chapter_and_its_example(made: dict[str, str]) -> None:
    page = made["docs/queries.md"]
    assert sorted(re.findall(r"^## (\w+)$", page, re.MULTILINE)) == sorted(query_names(LIBRARY))
    for name in query_names(LIBRARY):
        assert f"\n## {name}\n" in page
        assert f"sagsgraf query {name}" in page
        assert (EXAMPLES / f"query_{name}.json").is_file()


def test_the_page_tells_of_the_invented_municipalities_only(made: dict[str, str]) -> None:
    for path, text in made.items():
        invented = {"Nordlev", "Søby", "Klitborg", "Vesterskov", "Hedelund"}
        assert set(re.findall(r"(\w+) Kommune\b", text)) <= invented, path


def test_links_of_the_page_lead_somewhere(made: dict[str, str]) -> None:
    page = made["docs/queries.md"]
    for name in re.findall(r"\]\(#(\w+)\)", page):
        assert f"\n## {name}\n" in page
    for picture in re.findall(r"\]\((drawings/\w+\.svg)\)", page):
        assert (DOCS / picture).is_file()


def test_drawings_are_whole_and_readable_on_light_and_dark(made: dict[str, str]) -> None:
    found = {path: text for path, text in made.items() if path.endswith(".svg")}
    assert len(found) == 3
    for text in found.values():
        root = ElementTree.fromstring(text)  # noqa: S314 - our own text
        assert root.find("{http://www.w3.org/2000/svg}title") is not None
        assert "prefers-color-scheme: dark" in text
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|<script|<image", text)


def test_a_drawing_is_made_of_the_rows_alone(server: LentStore) -> None:
    store = server.holding("examples", load_examples)
    answers = {query.name: ask_examples(store, query) for query in library()}
    assert drawings(answers) == drawings(answers)
    for row in answers["partners"][0].rows:
        assert str(row[3]) in drawings(answers)["partners"]
