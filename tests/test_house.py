"""What holds for the house as a whole: names, directions, locks, and what a start may cost."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cypher import load_query
from graph.guard import check_read_only

HOUSE = Path(__file__).resolve().parents[1]
ROOMS = ("extract", "graph", "api", "cypher")
HEAVY = ("spacy", "pdfplumber", "pypdfium2", "neo4j", "arcadedb", "rdflib", "fastapi", "uvicorn", "pydantic")


def test_imports_walk_from_right_to_left_only() -> None:
    found = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"], cwd=HOUSE, capture_output=True, text=True
    )
    assert found.returncode == 0, found.stdout


def test_no_installed_distribution_provides_the_names_of_our_rooms() -> None:
    providers = importlib.metadata.packages_distributions()
    assert {room: providers.get(room, ["sagsgraf"]) for room in ROOMS} == {room: ["sagsgraf"] for room in ROOMS}


@pytest.mark.parametrize("lock", sorted((HOUSE / "locks").glob("*.txt")), ids=lambda path: path.stem)
def test_locks_pin_exactly_with_hashes_and_name_no_registry(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert not re.search(r"https?://|--index-url|--find-links", text)
    for block in re.split(r"\n(?=\S)", text):
        if not block.startswith("#"):
            assert re.match(r"[a-z0-9._-]+==\S+", block), block
            assert "--hash=sha256:" in block, block


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys; sys.argv = ['sagsgraf', '--help']\n"
        "import api.cli\n"
        "try: api.cli.main()\n"
        "except SystemExit: pass\n"
        f"print('heavy:', [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    found = subprocess.run([sys.executable, "-c", program], cwd=HOUSE, capture_output=True, text=True)
    assert "ingest" in found.stdout
    assert "heavy: []" in found.stderr


def test_the_version_stands_in_the_changelog_or_is_unreleased() -> None:
    changelog = (HOUSE / "CHANGELOG.md").read_text("utf-8")
    version = importlib.metadata.version("sagsgraf")
    assert f"## [{version}]" in changelog or "## [Unreleased]" in changelog


def test_whatever_changes_the_graph_takes_a_turn() -> None:
    """So that turns tell whether anything was changed (`graph.contents`), and two writers do not cross."""
    code = {path.relative_to(HOUSE).as_posix(): path.read_text("utf-8") for path in _modules("graph", "api")}
    assert {name for name, text in code.items() if ".in_transaction(" in text} == {"graph/store.py", "graph/turns.py"}
    assert {name for name, text in code.items() if ".transaction()" in text} == {"graph/store.py", "graph/contents.py"}
    assert {name for name, text in code.items() if "self.write(" in text} == {
        "graph/store.py"
    }  # what migrations it took
    asked = {name for text in code.values() for name in re.findall(r'\.read\(\s*load_query\("load", "(\w+)"\)', text)}
    assert len(asked) > 5
    for name in asked:
        check_read_only(load_query("load", name).text)


def _modules(*rooms: str) -> list[Path]:
    return [path for room in rooms for path in (HOUSE / room).rglob("*.py")]
