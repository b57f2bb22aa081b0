"""`sagsgraf review`: names that may mean one thing, and what a person says of them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape

from api.cli import output
from graph.errors import JudgementsContradict
from graph.identity.judgements import Verdict

if TYPE_CHECKING:
    from api.service.reviewing import Question
    from graph.identity.named import Named
    from graph.store import GraphStore

_ANSWERS: Mapping[str, Verdict] = {
    **{verdict.value: verdict for verdict in Verdict},
    **{verdict.value[0]: verdict for verdict in Verdict},
}
_SKIP, _STOP = ("", "skip", "k"), ("quit", "q")


def list_questions(store: GraphStore, book: Path, municipality: str | None, limit: int, *, as_json: bool) -> None:
    """What the rules cannot tell, what most hangs on first."""
    found = _questions(store, book, municipality)
    if as_json:
        output.write_json({"questions": [_plain(question) for question in found[:limit]], "total": len(found)})
        return
    for question in found[:limit]:
        _show(question)
    if len(found) > limit:
        output.complain(f"{len(found) - limit} more: --limit shows them.")


def ask_questions(
    store: GraphStore, book: Path, municipality: str | None, limit: int, *, by: str, why: str | None
) -> int:
    """Go through the questions and take an answer to each from stdin; the exit code.

    Each answer is in the book at once, so that nothing is lost by leaving; the graph is brought up to date at the end.
    """
    from api.service.reviewing import apply, note

    answers = _lines()
    said: Counter[Verdict] = Counter()
    wrong = 0
    for question in _questions(store, book, municipality)[:limit]:
        _show(question)
        answer = next(answers, _STOP[0])
        if answer in _STOP:
            break
        if answer in _ANSWERS:
            try:
                note(store, book, {question.judgement.pair: _ANSWERS[answer]}, by=by, why=why)
                said[_ANSWERS[answer]] += 1
            except JudgementsContradict as error:
                output.complain(error)
                wrong += 1
        elif answer not in _SKIP:
            output.complain(f"'{answer}' is none of same, different, unsure, skip, quit: skipped.")
            wrong += 1
    apply(store, book)
    _tell(said)
    return 1 if wrong else 0


def record(store: GraphStore, book: Path, said: Mapping[tuple[str, str], Verdict], *, by: str, why: str | None) -> None:
    """Write what is said of pairs of ids."""
    from api.service.reviewing import apply, note

    note(store, book, said, by=by, why=why)
    apply(store, book)
    _tell(Counter(said.values()))


def _questions(store: GraphStore, book: Path, municipality: str | None) -> list[Question]:
    from api.service.reviewing import find_questions
    from graph.identity.book import read_book
    from graph.ids import municipality_id

    return find_questions(store, read_book(book), municipality_id(municipality) if municipality else None)


def _lines() -> Iterator[str]:
    """The answers; a person at a terminal is told which there are."""
    while True:
        if sys.stdin.isatty():
            output.err.print("same, different, unsure, skip or quit? ", end="", style="dim")
        line = sys.stdin.readline()
        if not line:
            return
        yield line.strip().lower()


def _show(question: Question) -> None:
    judgement = question.judgement
    kind = f"{judgement.kind}  {judgement.rule}, {judgement.reason.code}  {judgement.confidence:.2f}"
    output.out.print(f"[bold]{escape(question.left.name)}  |  {escape(question.right.name)}[/bold]")
    output.out.print(f"    {escape(kind)}  [dim]{escape(judgement.reason.detail)}[/dim]")
    for named in (question.left, question.right):
        output.out.print(f"    {escape(named.id)}  [dim]{escape(_known(named))}[/dim]")


def _known(named: Named) -> str:
    """What helps to tell: when, how often, with which party, in which bodies."""
    years = f"{named.first} to {named.last}" if named.first and named.last else "undated"
    bodies = sorted(body.rpartition(".")[2] for body in named.bodies)
    parts = [years, f"meetings: {named.meetings}", *sorted(named.parties), *sorted(named.roles), *bodies]
    return ", ".join(parts)


def _plain(question: Question) -> dict[str, object]:
    judgement = question.judgement
    return {
        "kind": judgement.kind,
        "rule": judgement.rule,
        "reason": judgement.reason.code,
        "detail": judgement.reason.detail,
        "confidence": judgement.confidence,
        "names": [_plain_name(named) for named in (question.left, question.right)],
    }


def _plain_name(named: Named) -> dict[str, object]:
    return {
        "id": named.id,
        "name": named.name,
        "meetings": named.meetings,
        "first": named.first,
        "last": named.last,
        "parties": sorted(named.parties),
        "roles": sorted(named.roles),
        "bodies": sorted(named.bodies),
    }


def _tell(said: Counter[Verdict]) -> None:
    counts = ", ".join(f"{verdict.value}: {said[verdict]}" for verdict in Verdict)
    output.err.print(f"Judged: {said.total()} ({counts}).", style="dim")
