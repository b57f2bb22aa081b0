"""The questions that a user puts to the graph, asked of the real minutes through the library of queries.

Questions and answers are read from the gold when the test runs. Here stands only which query answers which question,
and how its rows are told in the form of the answer. Dates, points, names and numbers are compared by value, free text
by the line that proves it; and every line that the gold names as proof must be shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import orjson
import pytest

from api.cli.asking import split_pair
from cypher import load_query
from cypher.binding import bind
from cypher.catalogue import LIBRARY
from graph.store import GraphStore, open_store
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared

GOLD = SHARED / "gold" / "questions.json"
Row = dict[str, Any]
Take = Callable[[str], list[str]]


def number(question: str) -> list[str]:
    """The case number that a question names."""
    return re.findall(r"\b\d\d/\d+\b", question)


def day(question: str) -> list[str]:
    """The day that a question names, as ISO."""
    return ["-".join(reversed(found)) for found in re.findall(r"\b(\d\d)-(\d\d)-(\d{4})\b", question)]


def point(question: str) -> list[str]:
    """The number of a point that a question names."""
    return re.findall(r"\bpunkt (\d+)", question)


def name(question: str) -> list[str]:
    """The names in a question: the words in capitals behind its first."""
    return re.findall(r"(?<=\s)[A-ZÆØÅ][\w-]+", question)


def sign(question: str) -> list[str]:
    """What stands behind the section sign in a question."""
    return re.findall(r"§\s*([\d.]+\d)", question)


@dataclass(frozen=True)
class Told:
    """Free text with the lines that it stands on: it is right where the gold proves its own text by one of them."""

    document: str
    lines: tuple[int, ...]


def told(row: Row, column: str = "line") -> Told:
    return Told(row["document"], (row[column],) if row.get(column) else ())


def points(rows: Sequence[Row], **kept: str) -> list[Row]:
    """Each row as an entry of an answer: its place, and the columns of other names."""
    return [
        {
            "date": str(row["date"]),
            "doc": row["document"].partition("_")[0],
            "item": int(row["point"]),
            "title": row.get("title"),
            "text": told(row),
            "note": told(row),
            **{key: row[column] for key, column in kept.items()},
        }
        for row in rows
    ]


def meetings(rows: Sequence[Row]) -> list[Row]:
    """The points of each meeting together."""

    def place(row: Row) -> tuple[str, str]:
        return row["date"], row["doc"]

    groups = [(where, list(group)) for where, group in groupby(points(rows), place)]
    return [{"date": date, "doc": doc, "items": [row["item"] for row in group]} for (date, doc), group in groups]


def one(rows: Sequence[Row], **kept: str) -> Row:
    (entry,) = points(rows, **kept)
    return entry


def voters(rows: Sequence[Row], option: str) -> list[Row]:
    return [
        {
            "person": row["name"],
            "party": row["party"],
            "reason": told(row, "reason_line") if row["reason"] else None,
        }
        for row in rows
        if row["option"] == option
    ]


def ballot(rows: Sequence[Row]) -> Row:
    (result,) = {row["result"] for row in rows}
    return {
        "against": voters(rows, "against"),
        "for": [each["person"] for each in voters(rows, "for")],
        "result": result,
    }


def choice(rows: Sequence[Row]) -> Row:
    (row,) = rows  # a ballot with recorded names would be several
    recorded = (row["name"], row["count_for"], row["count_against"])
    how = told(row) if recorded == (None, None, None) else recorded
    return {**one(rows), "design": row["result"], "how": how}


def renamed(rows: Sequence[Row]) -> Row:
    (row,) = (row for row in rows if "since" in row)
    whole = {each["other"] for each in rows if each.get("what") == "PART_OF"}
    return {"name": row["new"], "since": row["since"], "parent": "/".join(sorted(whole))}


def members(rows: Sequence[Row]) -> Row:
    parts: dict[str, list[str]] = {}
    for row in rows:
        named = parts.setdefault(row["collaboration"], [])
        named.extend({row["member"]} - set(named))
    return {**parts, "in_both": sorted(set.intersection(*map(set, parts.values())))}


def meaning(rows: Sequence[Row]) -> Row:
    (row,) = rows
    return {"answer": row["meaning"] == "section of a law", "is": told(row)}


@dataclass(frozen=True)
class Call:
    """A query of the library: what of the question gives its parameters, and what is always asked."""

    query: str
    taken: Mapping[str, Take]
    fixed: Mapping[str, str]

    def parameters(self, question: str) -> Iterator[list[str]]:
        """The parameters: once for each name in the question."""
        values = [[f"{key}={value}" for value in take(question)] for key, take in self.taken.items()]
        most = max(map(len, values), default=1)
        for turn in range(most):
            chosen = [found[min(turn, len(found) - 1)] for found in values]
            yield chosen + [f"{key}={value}" for key, value in self.fixed.items()]


def call(query: str, fixed: Mapping[str, str] | None = None, **taken: Take) -> Call:
    return Call(query, taken, fixed or {})


HERE = {"municipality": "haderslev"}
Tell = Callable[[Sequence[Row]], Any]


def outcomes(rows: Sequence[Row]) -> list[Row]:
    return points(rows, outcome="outcomes")


# the first call answers; the others add to its lines, or to its rows where `tell` wants them
CALLS: dict[str, tuple[Sequence[Call], Tell]] = {
    "Q01": ((call("case_history", HERE, number=number), call("number_points", HERE, number=number)), outcomes),
    "Q02": ((call("votes", HERE, date=day, point=point),), ballot),
    "Q03": ((call("named_in", HERE, name=name),), meetings),
    "Q04": ((call("renames", name=name), call("organisation", name=name)), renamed),
    "Q07": ((call("decisions", {**HERE, "outcome": "deferred"}, date=day),), points),
    "Q11": ((call("members", name=name),), members),
    "Q14": (
        (call("brought_before", HERE),),
        lambda rows: one(rows, by="by", party="party", law="law", section="section"),
    ),
    "Q17": ((call("recommended_to", HERE, recipient=name),), lambda rows: points(rows, amount_dkk="amounts")),
    "Q18": ((call("votes", HERE, about=name),), choice),
    "Q24": ((call("section_sign", number=sign),), meaning),
    "Q26": ((call("decisions", {**HERE, "outcome": "noted"}, date=day),), points),
    "Q31": ((call("number_points", HERE, number=number),), meetings),
    "Q32": ((call("points", HERE, point=point),), points),
    "Q36": ((call("attendance", {**HERE, "status": "present"}, date=day),), lambda rows: [row["name"] for row in rows]),
}
ADDING = {"Q04"}  # their further calls give a part of the answer, not only its lines


@dataclass(frozen=True)
class Question:
    """One question of the gold."""

    text: str
    answer: Any
    evidence: frozenset[tuple[str, int]]


def read_questions() -> dict[str, Question]:
    if not GOLD.is_file():
        return {}
    return {
        each["id"]: Question(
            each["question"], each["answer"], frozenset((proof["doc"], proof["line"]) for proof in each["evidence"])
        )
        for each in orjson.loads(GOLD.read_bytes())
    }


QUESTIONS = read_questions()


@pytest.fixture(scope="module")
def store(haderslev: Path) -> Iterator[GraphStore]:
    with open_store(haderslev) as opened:
        yield opened


def rows_of(store: GraphStore, asked: Call, question: str) -> list[Row]:
    query = load_query(LIBRARY, asked.query)
    found: list[Row] = []
    for pairs in asked.parameters(question):
        result = store.read_guarded(query.text, bind(query, dict(map(split_pair, pairs))), seconds=60, rows=10_000)
        found += [dict(zip(result.columns, row, strict=True)) for row in result.rows]
    return found


def shown(rows: Sequence[Row]) -> set[tuple[str, int]]:
    """The lines that the rows show, by the number that a document's name begins with."""
    lines: set[tuple[str, int]] = set()
    for row in rows:
        for column, value in row.items():
            if column.endswith(("line", "lines")) and value is not None:
                document = row["document"].partition("_")[0]
                lines |= {(document, line) for line in (value if isinstance(value, list) else [value])}
    return lines


def right(wanted: Any, found: Any, evidence: frozenset[tuple[str, int]]) -> bool:
    """Whether an answer is that of the gold; entries that the gold leaves out are not asked for."""
    if isinstance(found, Told):
        return any((found.document.partition("_")[0], line) in evidence for line in found.lines)
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(
            key in found and right(value, found[key], evidence) for key, value in wanted.items()
        )
    if isinstance(wanted, list):
        return isinstance(found, list) and all_right(wanted, found, evidence)
    return wanted in found if isinstance(found, list | tuple) else wanted == found


def all_right(wanted: list[Any], found: list[Any], evidence: frozenset[tuple[str, int]]) -> bool:
    """Whether two lists hold the same, each entry once; what has a date stands in the same order."""
    free = list(range(len(found)))
    taken: list[int] = []
    for entry in wanted:
        place = next((index for index in free if right(entry, found[index], evidence)), None)
        if place is None:
            return False
        free.remove(place)
        taken.append(place)
    dated = all(isinstance(entry, dict) and "date" in entry for entry in wanted)
    return not free and (not dated or taken == sorted(taken))


def test_every_question_has_its_query() -> None:
    assert set(CALLS) == set(QUESTIONS)


@pytest.mark.parametrize("id_", sorted(QUESTIONS))
def test_question_is_answered_rightly_and_proved(store: GraphStore, id_: str) -> None:
    question = QUESTIONS[id_]
    calls, tell = CALLS[id_]
    answers = [rows_of(store, each, question.text) for each in calls]
    rows = [row for answer in answers for row in answer]
    found = tell(rows if id_ in ADDING else answers[0])
    assert right(question.answer, found, question.evidence), (question.answer, found)
    assert question.evidence <= shown(rows)


def test_a_wrong_answer_is_told_from_a_right_one() -> None:
    proof = frozenset({("000", 7)})
    assert right([{"item": 1, "text": "x"}], [{"item": 1, "date": "a", "text": Told("000_a.txt", (7,))}], proof)
    assert not right({"text": "x"}, {"text": Told("001_a.txt", (7,))}, proof)
    assert not right(["Åse", "Ib"], ["Åse"], proof)
    assert not right(["Åse"], ["Åse", "Ib"], proof)
    assert not right([{"date": "b"}, {"date": "a"}], [{"date": "a"}, {"date": "b"}], proof)
    assert not right({"reason": None}, {"reason": Told("000_a.txt", ())}, proof)
    assert not right({"result": "rejected"}, {}, proof)
