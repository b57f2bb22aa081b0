"""Who is who, for people to judge: what the rules cannot tell, and what people say about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from api.service.rows import ask
from extract.errors import SettingsError
from graph.identity.book import Book, Entry, append, read_book
from graph.identity.identity import identify
from graph.identity.judgements import Judgement, Verdict
from graph.identity.named import Named, NamedKind
from graph.printed import read_national_printing, read_printing
from graph.settling import settle
from graph.store import GraphStore

_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Question:
    """Two names that may mean one thing, and why the rules cannot tell."""

    judgement: Judgement
    left: Named
    right: Named


def find_questions(store: GraphStore, book: Book, municipality: str | None = None) -> list[Question]:
    """What is to be judged, of one municipality (id) or of all; within each what most hangs on comes first."""
    return [question for names in _homes(store, municipality) for question in _questions(names, book)]


def _homes(store: GraphStore, municipality: str | None) -> Iterator[list[Named]]:
    """The names of each municipality, and last those that all share."""
    rows = ask(store, "municipality_names", id=municipality or "", limit=_ALL)
    for id_ in sorted(row["id"] for row in rows):
        yield [name.named for name in read_printing(store, id_).names_of(id_)]
    if municipality is None:
        yield [name.named for name in read_national_printing(store).national_names()]


def _questions(names: Sequence[Named], book: Book) -> Iterator[Question]:
    known = {(named.kind.value, named.id): named for named in names}
    for judgement in identify(names, book.judgements).unsure:
        left, right = (known[judgement.kind, id_] for id_ in judgement.pair)
        yield Question(judgement, left, right)


def note(
    store: GraphStore, path: Path, pairs: Mapping[tuple[str, str], Verdict], *, by: str, why: str | None = None
) -> None:
    """Write what a person says of pairs of ids to the book, all or nothing; `apply` brings the graph up to date.

    An id is that of a name, or of a point. Raises SettingsError for one that is not in the graph, and
    `graph.errors.JudgementError`.
    """
    append(path, [_entry(store, pair, verdict, by, why) for pair, verdict in pairs.items()])


def apply(store: GraphStore, path: Path) -> list[str]:
    """Bring the graph up to date with the book, and give the ids of the municipalities that were due."""
    return settle(store, read_book(path))


def _entry(store: GraphStore, pair: tuple[str, str], verdict: Verdict, by: str, why: str | None) -> Entry:
    left, right = pair
    if left == right:
        raise SettingsError(f"{left} is one and the same.", "Give two ids.")
    kinds = _kinds(store, left) & _kinds(store, right)
    said = {"by": by, "date": dt.date.today(), **({"why": why} if why else {})}
    if kinds:
        kind = min(kinds)
        return Entry.model_validate(
            {"judge": {"kind": kind, "left": left, "right": right, "verdict": verdict.value}, **said}
        )
    if not all(ask(store, "item_exists", id=id_) for id_ in pair):
        raise SettingsError(
            f"{left} and {right} are not two names of one kind, and not two points.",
            "`sagsgraf review` lists the ids of names; a point's id stands on its page.",
        )
    if verdict is Verdict.UNSURE:
        raise SettingsError("Of two points only same or different can be said.", "Leave them as they are.")
    return Entry.model_validate({"link": {"from": left, "to": right, "verdict": verdict.value}, **said})


def _kinds(store: GraphStore, id_: str) -> set[NamedKind]:
    """What a name by this id names; an id that another stands for is found as well."""
    return {NamedKind(row["label"]) for row in ask(store, "kinds_of_name", id=id_)}
