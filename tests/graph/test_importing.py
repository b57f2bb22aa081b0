import csv
import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cypher import statements
from graph.dump import dump
from graph.errors import ImportFolderTaken
from graph.facts import Edge, Facts, Kind
from graph.importing import ARGUMENTS, FINISH, ImportFolder, write_import_files
from graph.store import BoltGraphStore, Dialect, open_store
from graph.writing import write_meetings
from tests.stores import NEO4J, load_examples

HOME = Path(__file__).resolve().parents[2]
JARS = HOME / "data" / "neo4j"
LAUNCHER = HOME / "tests" / "neo4j" / "Server.java"

DECISION = {"id": "d1", "text": 'Udvalget siger "ja" – til Ærø\nog Å', "outcomes": ["approved", "noted"], "own": True}
SILENT = {"id": "d2", "text": "", "outcomes": []}
POINT = {"id": "p1", "title": "Åben plads", "line_numbers": [3, 4]}
HAS_DECISION = Kind("HAS_DECISION", "AgendaItem", "Decision")
MEMBER = Kind("MEMBER_OF", "Person", "Body")
SUPPORTED = Kind("HAS_EVIDENCE", "Decision", "Evidence")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class TestImportFolder:
    def test_text_and_lists_and_nothing_come_back(self, tmp_path: Path) -> None:
        with ImportFolder(tmp_path / "csv") as files:
            files.add_nodes("Decision", [DECISION, SILENT])
            files.add_nodes("AgendaItem", [POINT])
        first, second = read(tmp_path / "csv" / "Decision.csv")
        assert first["id:ID(Decision)"] == "d1"
        assert first["text:string"] == DECISION["text"]
        assert first["outcomes:string[]"].split("\x1f") == DECISION["outcomes"]
        assert (first["own:boolean"], second["own:boolean"]) == ("true", "")
        assert (first["emptyLists:string[]"], second["emptyLists:string[]"]) == ("", "outcomes")
        (point,) = read(tmp_path / "csv" / "AgendaItem.csv")
        assert point["line_numbers:long[]"] == "3\x1f4"

    def test_text_that_is_empty_is_not_text_that_is_missing(self, tmp_path: Path) -> None:
        with ImportFolder(tmp_path / "csv") as files:
            files.add_nodes("Decision", [SILENT])
        header, line = (tmp_path / "csv" / "Decision.csv").read_text("utf-8").splitlines()
        cells = dict(zip(header.split(","), line.split(","), strict=True))
        assert (cells["text:string"], cells["date:date"]) == ('""', "")

    def test_names_its_files_for_the_tool(self, tmp_path: Path) -> None:
        with ImportFolder(tmp_path) as files:
            files.add_nodes("Decision", [DECISION, SILENT])
            files.add_relations(SUPPORTED, [Edge("d1", "e1", {"field": "text"})])
        arguments = (tmp_path / ARGUMENTS).read_text("utf-8").splitlines()
        assert "--nodes=Decision=Decision.csv" in arguments
        assert "--relationships=HAS_EVIDENCE=HAS_EVIDENCE-Decision-Evidence.csv" in arguments
        (edge,) = read(tmp_path / "HAS_EVIDENCE-Decision-Evidence.csv")
        assert list(edge.values()) == ["d1", "e1", "text", ""]
        assert list(edge)[:3] == [":START_ID(Decision)", ":END_ID(Evidence)", "field:string"]

    def test_the_rest_is_done_by_cypher(self, tmp_path: Path) -> None:
        with ImportFolder(tmp_path) as files:
            files.add_nodes("Decision", [SILENT])
            files.add_relations(MEMBER, [Edge("asta", "byraadet", {"ranks": []})])
        said = (tmp_path / FINISH).read_text("utf-8")
        assert "MATCH (n:Decision) WHERE 'outcomes' IN n.emptyLists SET n.outcomes = [];\n" in said
        assert "MATCH ()-[n:MEMBER_OF]->() WHERE 'ranks' IN n.emptyLists SET n.ranks = [];\n" in said
        assert "CREATE CONSTRAINT decision_id IF NOT EXISTS" in said
        assert "CREATE FULLTEXT INDEX search" in said

    def test_refuses_a_folder_that_is_not_empty(self, tmp_path: Path) -> None:
        (tmp_path / "Body.csv").write_text("mine", "utf-8")
        with pytest.raises(ImportFolderTaken), ImportFolder(tmp_path):
            pass

    def test_refuses_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine", "utf-8")
        with pytest.raises(ImportFolderTaken), ImportFolder(tmp_path / "file"):
            pass


def test_a_graph_is_written_whole(store: BoltGraphStore, tmp_path: Path) -> None:
    store.apply_schema()
    facts = Facts({"AgendaItem": [POINT], "Decision": [DECISION]}, {HAS_DECISION: [Edge("p1", "d1", {})]})
    store.in_transaction(lambda transaction: write_meetings(transaction, [facts]))
    written = write_import_files(store, tmp_path / "csv")
    assert (written.nodes, written.relations) == (2, 1)
    assert {path.name for path in (tmp_path / "csv").iterdir()} == {
        "AgendaItem.csv", "Decision.csv", "HAS_DECISION-AgendaItem-Decision.csv", ARGUMENTS, FINISH,
    }  # fmt: skip


def imported(folder: Path, home: Path) -> None:
    """Run the import tool of the Neo4j whose jars the tests use, on the files of a folder."""
    home.mkdir()
    tool = ("java", "-Xmx512m", "-cp", f"{JARS}/*", "org.neo4j.cli.AdminTool")
    environment = os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home)}
    given = ("database", "import", "full", "neo4j", f"@{ARGUMENTS}")
    done = subprocess.run([*tool, *given], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


@contextmanager
def served(home: Path) -> Iterator[BoltGraphStore]:
    """The graph in the folder of a Neo4j."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = ["java", "-Xmx512m", "-cp", f"{JARS}/*", str(LAUNCHER), str(home), port, "hemmeligt"]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        assert child.stdout is not None
        assert any(line == "ready\n" for line in child.stdout)
        with open_store(f"bolt://127.0.0.1:{port}", password="hemmeligt") as store:
            yield store
    finally:
        child.terminate()
        child.communicate()


@pytest.mark.skipif(not NEO4J, reason="needs the jars of a Neo4j: make test-neo4j")
def test_the_import_tool_makes_the_same_graph(store: BoltGraphStore, tmp_path: Path) -> None:
    if store.dialect is Dialect.NEO4J:
        pytest.skip("one source of the files is enough")
    load_examples(store)
    write_import_files(store, tmp_path / "csv")
    imported(tmp_path / "csv", tmp_path / "home")
    with served(tmp_path / "home") as other:
        for statement in statements((tmp_path / "csv" / FINISH).read_text("utf-8")):
            with other.transaction() as transaction:
                transaction.run(statement)
        other.apply_schema()
        assert list(dump(other)) == list(dump(store))
