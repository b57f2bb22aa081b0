"""Files that are not what they say: each is read, read with a warning, or refused, and none stops the others."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from tests.pipeline.running import EXAMPLES, ask, run
from tests.shared import SHARED, needs_shared

BROKEN = {  # the largest is read in tests/extract/reading alone: it takes long
    "x_badxref.pdf": ("read", set()),
    "x_bitrot.pdf": ("refused", {"pdf-damaged"}),
    "x_enc_owner.pdf": ("read", set()),
    "x_enc_user.pdf": ("refused", {"pdf-encrypted"}),
    "x_html.pdf": ("refused", {"format-mismatch"}),
    "x_mojibake.pdf": ("read with a warning", {"letters-repaired"}),
    "x_nounicode.pdf": ("read with a warning", {"unmapped-font"}),
    "x_scan.pdf": ("refused", {"text-missing"}),
    "x_trunc.pdf": ("refused", {"pdf-truncated"}),
    "x_trunc_cr.pdf": ("refused", {"pdf-truncated"}),
    "x_vector.pdf": ("read with a warning", {"drawing-pages"}),
    "x_zero.pdf": ("refused", {"file-empty"}),
}


@needs_shared
def test_every_broken_file_ends_well_and_the_others_are_read(tmp_path: Path) -> None:
    good = next(EXAMPLES.rglob("*.txt"))
    broken = [path for path in (SHARED / "minutes" / "broken").iterdir() if path.name in BROKEN]
    answer = run("ingest", *broken, good, "--json", store=tmp_path / "store")
    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr
    files = {file["name"]: file for file in orjson.loads(answer.stdout)["files"]}
    assert files[good.name]["outcome"] != "refused"
    for name, (outcome, codes) in BROKEN.items():
        problems = files[name]["problems"]
        assert (files[name]["outcome"], codes) == (outcome, {problem["code"] for problem in problems} & codes), name
        assert all(problem["message"] and problem["cure"] for problem in problems)
    refused = [name for name, (outcome, _) in BROKEN.items() if outcome == "refused"]
    assert ask(tmp_path / "store", "MATCH (d:Document) WHERE d.name IN $names RETURN count(d)", names=refused) == [[0]]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("ingest", "no-such-file.pdf"), 1, "no-such-file.pdf"),
        (("ingest",), 2, "give --stale"),
        (("frobnicate",), 2, "No such command"),
        (("cypher", "CREATE (n)"), 1, "statement-refused"),
        (("cypher", "RETURN"), 1, "statement-invalid"),
        (("query", "no-such-query"), 2, "There is no query"),
        (("query", "case_history"), 2, "needs 'number'"),
        (("cypher", "RETURN 1", "x"), 2, "is no parameter"),
        (("export", "--format", "n3", "--out", "x.n3"), 2, "There is no format"),
        (("export", "--format", "links"), 2, "Give --out"),
        (("export", "--schema", "ntriples"), 2, "There is no schema"),
        (("ingest", "graph"), 2, "No minutes were found"),
        (("case", "99/99999"), 1, "There is no case"),
    ],
)
def test_wrong_use_ends_with_its_code_and_one_sentence(
    example_store: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    answer = run(*arguments, store=example_store)
    assert (answer.returncode, "Traceback" in answer.stderr) == (code, False), answer.stderr
    assert words in answer.stderr


def test_a_layout_that_nobody_knows_keeps_its_text_and_guesses_nothing(tmp_path: Path) -> None:
    letter = tmp_path / "brev.txt"
    letter.write_text("Kære nabo\n\nTak for kaffen i går. Vi ses til havefesten.\n", "utf-8")
    store = tmp_path / "store"
    answer = run("ingest", letter, "--json", store=store)
    assert answer.returncode == 0
    (file,) = orjson.loads(answer.stdout)["files"]
    assert "layout-unknown" in {problem["code"] for problem in file["problems"]}
    assert ask(store, "MATCH (d:Document) RETURN d.status, d.text CONTAINS 'havefesten'") == [["unparsed", True]]
    assert ask(store, "MATCH (g:Meeting) RETURN count(g)") == [[0]]
