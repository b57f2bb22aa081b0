"""The example minutes: printed again byte for byte, and holding what `expected.json` says of them."""

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
MINUTES = EXAMPLES / "minutes"
EXPECTED: dict[str, Any] = json.loads((EXAMPLES / "expected.json").read_text(encoding="utf-8"))


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(EXAMPLES / "make.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def pages(path: Path) -> list[list[str]]:
    with pdfplumber.open(path) as pdf:
        return [page.extract_text(x_tolerance_ratio=0.15).split("\n") for page in pdf.pages]


def text_of(municipality: str, name: str) -> str:
    path = MINUTES / municipality / name
    match path.suffix:
        case ".pdf":
            return "\n".join("\n".join(lines) for lines in pages(path))
        case ".json":
            return json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False)
        case _:
            return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def texts() -> dict[tuple[str, str], str]:
    return {
        (municipality, name): text_of(municipality, name)
        for municipality, truth in EXPECTED["municipalities"].items()
        for meeting in truth["meetings"]
        for name in meeting["files"]
    }


def test_printing_again_gives_the_same_bytes(tmp_path: Path) -> None:
    done = make("--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    made, committed = files(tmp_path), files(MINUTES)
    assert sorted(made) == sorted(committed)
    assert [name for name in made if made[name] != committed[name]] == []


@pytest.mark.parametrize("municipality", ["nordlev", "soeby"])
def test_the_manifest_lists_every_file_and_nothing_else(municipality: str) -> None:
    folder = MINUTES / municipality
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["file", "source_url", "retrieved", "municipality"]
    assert sorted(row["file"] for row in rows) == sorted(p.name for p in folder.iterdir() if p.suffix != ".csv")
    listed = {name for meeting in EXPECTED["municipalities"][municipality]["meetings"] for name in meeting["files"]}
    assert {row["file"] for row in rows} == listed
    assert all(row["source_url"].startswith(f"https://dagsordener.{municipality}.example/") for row in rows)


def test_each_file_has_the_points_that_are_expected(texts: dict[tuple[str, str], str]) -> None:
    for municipality, truth in EXPECTED["municipalities"].items():
        assert sum(meeting["points"] for meeting in truth["meetings"]) == truth["points"]
        for meeting in truth["meetings"]:
            numbers = [str(n) for n in range(int(meeting["first"]), int(meeting["last"]) + 1)]
            assert len(numbers) == meeting["points"]
            for name in meeting["files"]:
                sought = '"Punktnummer": "{}"' if name.endswith(".json") else "Punkt {}: "
                missing = [n for n in numbers if sought.format(n) not in texts[municipality, name]]
                assert missing == [], name


@pytest.mark.parametrize(
    ("municipality", "line"),
    [("nordlev", r"(?m)^(\d\d/\d+|\d\d\.\d\d\.\d\d-\S+)$"), ("soeby", r'"CaseNumber": "(\d\d-\d+)"')],
)
def test_the_case_numbers_are_as_many_as_expected_and_containers_are_the_commonest(
    municipality: str, line: str, texts: dict[tuple[str, str], str]
) -> None:
    truth = EXPECTED["municipalities"][municipality]
    counts: Counter[str] = Counter()
    for meeting in truth["meetings"]:
        counts.update(re.findall(line, texts[municipality, meeting["files"][0]]))
    assert len(counts) == truth["distinct_case_numbers"]
    assert sum(counts.values()) == truth["points"] - truth["points_without_case_number"]
    assert all(counts[number] >= 3 for number in truth["containers"])
    assert counts.most_common(1)[0][0] == truth["containers"][0]


def test_the_names_of_every_recorded_ballot_are_printed_with_their_party(texts: dict[tuple[str, str], str]) -> None:
    ballots: Counter[str] = Counter()
    for vote in EXPECTED["votes"]:
        printed = meeting_text(texts, vote)
        for voter in [voter for option in ("for", "against", "abstain") for voter in vote.get(option, [])]:
            if voter["person"]:
                ballots[vote["municipality"]] += 1
                assert f"{voter['person']} ({voter['party']})" in printed
    assert dict(ballots) == EXPECTED["named_ballots_in_lists"]


@pytest.mark.parametrize("reference", EXPECTED["matter_changes_number"]["stated_references"])
def test_a_stated_reference_is_printed(reference: dict[str, Any], texts: dict[tuple[str, str], str]) -> None:
    assert reference["surface"] in meeting_text(texts, {"municipality": "nordlev", **reference["from"]})


def test_a_sentence_is_broken_by_the_header_of_the_next_page() -> None:
    broken = EXPECTED["broken_over_page"]
    printed = pages(MINUTES / "nordlev" / broken["file"])
    at = next(n for n, lines in enumerate(printed) if any(broken["sentence_begins"] in line for line in lines))
    assert printed[at][-1] == f"Side {at + 1}"
    assert not printed[at][-2].endswith((".", ":"))
    assert printed[at + 1][0] == "REFERAT Byrådet (2022-2025) d. 30-04-2024"
    assert printed[at + 1][1][0].islower()


def test_a_pdf_has_contents_with_leaders_to_the_page_of_each_point() -> None:
    for path in sorted((MINUTES / "nordlev").glob("*.pdf")):
        printed = pages(path)
        assert len(printed) >= 3
        contents = [line for line in printed[1] if "....." in line]
        for line in contents:
            title, page = line.split(" ....", 1)[0], int(line.rsplit(" ", 1)[1])
            assert title in " ".join(printed[page - 1]), (path.name, line)


def test_the_cover_is_broken_where_it_shall_be_and_the_points_are_whole() -> None:
    truth = EXPECTED["mojibake"]
    text = (MINUTES / "nordlev" / truth["file"]).read_text(encoding="utf-8")
    cover, rest = text.split("Indholdsfortegnelse", 1)
    assert all(surface in cover for surface in truth["printed"])
    assert "Ã" not in rest
    assert [surface.encode("cp1252").decode() for surface in truth["printed"]] == truth["meant"]


def test_the_forms_of_one_meeting_tell_the_same() -> None:
    stem = MINUTES / "nordlev" / EXPECTED["never"]["file"]
    plain = stem.with_suffix(".txt").read_text(encoding="utf-8")
    printed = " ".join(line for lines in pages(stem.with_suffix(".pdf")) for line in lines)
    for sentence in [line for line in plain.split("\n") if line.endswith(".") and "\t" not in line]:
        assert sentence.removeprefix("- ")[:40] in printed


def test_an_agenda_prints_no_decision(texts: dict[tuple[str, str], str]) -> None:
    name = "2026-12-08-beskaeftigelses-og-uddannelsesudvalget.pdf"
    assert "Beslutning i" not in texts["nordlev", name]
    assert texts["nordlev", name].startswith("DAGSORDEN")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("dato: 2026-04-28", "dato: den 28."), "dato: as 2024-03-12"),
        (("form: pdf", "form: pdf, tekst, markdown"), "not both"),
        (("sted: Byrådssalen", "stedet: Byrådssalen"), "'stedet' is none of the keys"),
        (("# 41: ", "# "), "expected a point"),
        (("Byrådssalen", "Byrådssalen 中"), "lacks 中"),
    ],
)
def test_a_mistake_in_a_source_is_told_in_one_line(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    whole = (EXAMPLES / "source" / "nordlev" / "2026-04-28-byraadet.md").read_text(encoding="utf-8")
    assert change[0] in whole
    folder = tmp_path / "source" / "nordlev"
    folder.mkdir(parents=True)
    (folder / "2026-04-28-byraadet.md").write_text(whole.replace(change[0], change[1], 1), encoding="utf-8")
    done = make("--source", str(tmp_path / "source"), "--out", str(tmp_path / "out"))
    assert done.returncode == 1
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def meeting_text(texts: dict[tuple[str, str], str], place: dict[str, Any]) -> str:
    """Give the text of the meeting of this municipality, date and body, with line breaks as spaces."""
    meetings = EXPECTED["municipalities"][place["municipality"]]["meetings"]
    found = next(m for m in meetings if (m["date"], m["body"]) == (place["date"], place["body"]))
    return texts[place["municipality"], found["files"][0]].replace("\n", " ")


def test_the_source_in_the_readme_can_be_printed(tmp_path: Path) -> None:
    source = (EXAMPLES / "README.md").read_text(encoding="utf-8").split("```\n")[1]
    folder = tmp_path / "source" / "nordlev"
    folder.mkdir(parents=True)
    (folder / "2027-02-02-byraadet.md").write_text(source, encoding="utf-8")
    done = make("--source", str(tmp_path / "source"), "--out", str(tmp_path / "out"))
    assert done.stdout == "nordlev: 1 meetings, 2 files\n", done.stderr


def test_a_table_goes_on_over_the_page_under_its_header_row_again() -> None:
    printed = pages(MINUTES / "nordlev" / EXPECTED["table_over_page"]["file"])
    header = next(line for lines in printed for line in lines if line.startswith("I mio. kr. Budget 2025"))
    assert [lines.count(header) for lines in printed].count(1) == 2
