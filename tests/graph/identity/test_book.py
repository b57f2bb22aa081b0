from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.errors import BookLineInvalid, BookUnreadable, JudgementsContradict
from graph.identity.book import POINT, Correction, Entry, append, parse_book, read_book
from graph.identity.judgements import Verdict

DAY = "2026-11-21"


def judge(left: str, right: str, verdict: str = "same", by: str = "Ida Bro", **more: Any) -> dict[str, Any]:
    return {
        "judge": {"kind": "Person", "left": left, "right": right, "verdict": verdict},
        "by": by,
        "date": DAY,
        **more,
    }


def link(start: str, end: str, verdict: str = "same") -> dict[str, Any]:
    return {"link": {"from": start, "to": end, "verdict": verdict}, "by": "Ida Bro", "date": DAY}


def correct(value: object, field: str = "option") -> dict[str, Any]:
    return {"correct": {"fact": "f", "field": field, "read": "for", "value": value}, "by": "Ida Bro", "date": DAY}


def text(*rows: dict[str, Any]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def test_each_sort_of_entry() -> None:
    book = parse_book(text(judge("b", "a", why="tidl. Bak"), link("p2", "p1", "different"), correct(None)))
    [judged], [linked], [corrected] = book.judgements, book.links, book.corrections
    assert (judged.kind, judged.pair, judged.verdict) == ("Person", ("a", "b"), Verdict.SAME)
    assert (judged.author, judged.date, judged.reason.detail) == ("Ida Bro", date(2026, 11, 21), "tidl. Bak")
    assert not judged.by_rule
    assert (linked.kind, linked.pair, linked.verdict) == (POINT, ("p1", "p2"), Verdict.DIFFERENT)
    assert corrected == Correction("f", "option", "for", None, "Ida Bro", date(2026, 11, 21), None, 3)


def test_later_entry_about_the_same_takes_the_place_of_an_earlier() -> None:
    book = parse_book(text(judge("a", "b"), correct("imod"), judge("b", "a", "different", "Bo"), correct("blank")))
    assert [(one.verdict, one.author) for one in book.judgements] == [(Verdict.DIFFERENT, "Bo")]
    assert [one.value for one in book.corrections] == ["blank"]
    assert len(book.entries) == 4


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "is not JSON"),
        ("[]", "is no entry"),
        ("{}", "by: Field required"),
        ('{"by": "Bo", "date": "2026-11-21"}', "is needed"),
        (json.dumps(judge("a", "b") | {"color": 1}), "unknown key color"),
        (json.dumps(judge("a", "b", "maybe")), "judge.verdict"),
        (json.dumps(judge("a", "a")), "one id"),
        (json.dumps(judge("a", "b", by="rule")), "name of a person"),
        (json.dumps(judge("a", "b", by="")), "by"),
        (json.dumps(judge("a", "b") | {"date": "21-11-2026"}), "date"),
        (json.dumps(judge("a", "b") | correct(1)), "is needed"),
        (json.dumps(link("a", "b", "unsure")), "link.verdict"),
        ('{"by": "Bo", "by": "Ida"}', "twice"),
        (json.dumps(correct(1)).replace("1}", "NaN}"), "no number"),
        ("[" * 100_000, "is no"),
    ],
)
def test_line_that_is_no_entry_is_told_by_its_number(line: str, said: str) -> None:
    with pytest.raises(BookLineInvalid, match="Line 3 of the book") as raised:
        parse_book(text(judge("a", "b")) + "\n" + line + "\n")
    assert said in raised.value.message
    assert raised.value.line == 3


def test_contradiction_names_its_lines_and_the_cycle() -> None:
    with pytest.raises(JudgementsContradict, match="Lines 1, 3, 4 of the book") as raised:
        parse_book(text(judge("a", "b"), judge("x", "y"), judge("b", "c", by="Bo"), judge("a", "c", "different")))
    assert [told.split(" (")[0] for told in raised.value.cycle] == ["a same b", "b same c", "a different c"]


def test_points_contradict_each_other_too() -> None:
    with pytest.raises(JudgementsContradict, match="Lines 1, 2, 3"):
        parse_book(text(link("a", "b"), link("b", "c"), link("c", "a", "different")))


def test_appending_keeps_what_stands_and_says_nothing_twice(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "judgements.jsonl"
    first, second = Entry.model_validate(judge("a", "b")), Entry.model_validate(judge("æ", "ø", "unsure"))
    assert len(append(path, [first]).entries) == 1
    path.write_text(path.read_text("utf-8").replace(", ", " ,  ").rstrip("\n"), "utf-8")  # by hand, no line end
    before = path.read_text("utf-8")
    append(path, [first, second, Entry.model_validate(judge("b", "a") | {"date": "2026-12-01"})])
    assert path.read_text("utf-8") == before + "\n" + second.line()
    assert "æ" in second.line()
    assert read_book(path).entries[1][1] == second
    assert list(path.parent.iterdir()) == [path]


def test_saying_again_what_was_said_before_another_counts(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    there, back = Entry.model_validate(judge("a", "b")), Entry.model_validate(judge("a", "b", "different"))
    append(path, [there, back, there])
    assert [one.verdict for one in read_book(path).judgements] == [Verdict.SAME]


def test_nothing_is_written_that_contradicts(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    append(path, [Entry.model_validate(judge("a", "b")), Entry.model_validate(judge("b", "c"))])
    before = path.read_bytes()
    with pytest.raises(JudgementsContradict):
        append(path, [Entry.model_validate(judge("a", "c", "different"))])
    assert path.read_bytes() == before


def test_no_book_is_an_empty_one_and_a_bad_file_is_told(tmp_path: Path) -> None:
    assert read_book(tmp_path / "none.jsonl").entries == ()
    with pytest.raises(BookUnreadable):
        read_book(tmp_path)
    (tmp_path / "latin").write_bytes(b'{"by": "S\xf8ren"}')
    with pytest.raises(BookUnreadable, match="UTF-8"):
        read_book(tmp_path / "latin")
    with pytest.raises(BookUnreadable, match="nothing was changed"):
        append(tmp_path / "latin" / "book.jsonl", [Entry.model_validate(judge("a", "b"))])
