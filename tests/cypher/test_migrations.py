from __future__ import annotations

from pathlib import Path

import pytest

from cypher.errors import MigrationMalformed
from cypher.migrations import Migration, Stage, migrations

DIALECTS = pytest.mark.parametrize("dialect", ["neo4j", "arcadedb"])


@pytest.fixture
def schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("cypher.migrations.SCHEMA", tmp_path)
    return tmp_path


def write(schema: Path, name: str, text: str = "CREATE A;") -> None:
    (schema / name).parent.mkdir(exist_ok=True)
    (schema / name).write_text(text)


@DIALECTS
def test_both_servers_take_the_same_steps(dialect: str) -> None:
    steps = migrations(dialect)
    assert [(step.number, step.name, step.stage) for step in steps] == [
        (step.number, step.name, step.stage) for step in migrations("neo4j")
    ]
    assert steps[0].name == "keys"
    assert [step.name for step in steps if step.stage is Stage.SEARCH] == ["search", "words"]
    assert "danish" in "\n".join(steps[2].statements).casefold()


def test_steps_are_taken_by_number_wherever_the_file_lies(schema: Path) -> None:
    for name in ("10_x.cypher", "2_b.cypher", "1_a.cypher", "neo4j/3_c.cypher", "arcadedb/3_d.sql"):
        write(schema, name)
    for number in range(4, 10):
        write(schema, f"{number}_y.cypher")
    assert [step.name for step in migrations("neo4j")] == ["a", "b", "c", *"yyyyyy", "x"]
    assert [step.name for step in migrations("arcadedb")] == ["a", "b", "d", *"yyyyyy", "x"]


def test_a_digest_counts_what_is_run_and_no_comments() -> None:
    def digest(*statements: str) -> str:
        return Migration(1, "a", Stage.LOADING, Path(), statements).digest

    assert digest("CREATE  A\n  B") == digest("CREATE A B")
    assert len({digest("CREATE A"), digest("CREATE B"), digest("CREATE A", "CREATE B"), digest()}) == 4


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["1_a.cypher", "3_b.cypher"], "leave one out"),
        (["1_a.cypher", "2_a.cypher", "neo4j/2_b.cypher"], "2 is given twice"),
        (["keys.cypher"], "no step"),
        (["01_a.cypher"], "no step"),
        (["1_A.cypher"], "no step"),
        (["2_a.cypher"], "leave one out"),
    ],
)
def test_files_that_are_not_numbered_in_a_row_are_refused(schema: Path, names: list[str], said: str) -> None:
    for name in names:
        write(schema, name)
    with pytest.raises(MigrationMalformed, match=said):
        migrations("neo4j")


def test_an_unknown_stage_is_refused(schema: Path) -> None:
    write(schema, "1_a.cypher", "// stage: sometime\nCREATE A;")
    with pytest.raises(MigrationMalformed):
        migrations("neo4j")
