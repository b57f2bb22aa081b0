"""What follows from the corpus, brought up to date: who is who, what is corrected, links, cases, all that is derived.

It depends on the documents, the rules and what people have said, and on nothing else: so `Derivation.version`, made of
rules and sayings, tells whether it is to be computed anew. Each municipality is settled in one transaction; the names
that all municipalities share come first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from cypher import load_query
from extract.version import version_of
from graph import ids
from graph.amending import Amendments, correction_id
from graph.corpora import PrintedName, ask, read_names, read_national_names
from graph.deriving import derive
from graph.identity.book import Book, Correction
from graph.identity.identity import identify
from graph.identity.judgements import Judgement, Verdict
from graph.judging import write_judgements
from graph.replacing import Fresh, replace_meetings
from graph.store import GraphStore, Transaction
from graph.threads.tracing import Said

NATIONAL = "-"  # stands for the names that all municipalities share; no municipality has this id
REWRITTEN = 20  # meetings written anew by one statement: the embedded engine ends a statement that takes a minute
Canonical = Mapping[tuple[str, str], str]


def settle(store: GraphStore, book: Book | None = None) -> list[str]:
    """Bring every municipality up to date that is due, and give their ids. Raises `JudgementsContradict`."""
    book = book or Book()
    if not _due(store, book):
        return []
    shared = store.in_transaction(partial(_settle_shared_names, book=book))
    due = _due(store, book)
    for municipality in due:
        store.in_transaction(partial(_settle, municipality=municipality, book=book, shared=shared))
    return due


@dataclass(frozen=True, slots=True)
class Unheard:
    """What a person said that the corpus has no place for, or no longer: nothing was done with it."""

    line: int  # of the book
    about: str  # the id that is not there, or the fact that is no longer read as it was


def unheard(store: GraphStore, book: Book) -> list[Unheard]:
    """The entries of the book that change nothing, in their order: their evidence is gone, or not read yet."""
    ends = {id_ for _, entry in book.standing() if not entry.correct for id_ in entry.subject if "." in id_}
    unknown = {row["id"] for row in store.read(load_query("load", "unknown_ids"), ids=sorted(ends))}
    applied = {row["id"] for row in store.read(load_query("load", "applied_corrections"))}
    found = [
        Unheard(line, id_)
        for line, entry in book.standing()
        if not entry.correct
        for id_ in entry.subject
        if id_ in unknown
    ]
    found += [Unheard(one.line, one.fact) for one in book.corrections if correction_id(one) not in applied]
    return sorted(found, key=lambda one: (one.line, one.about))


def _due(store: GraphStore, book: Book) -> list[str]:
    rows = store.read(load_query("load", "derivations"))
    return sorted(row["id"] for row in rows if row["version"] != _version(book, row["id"]))


def _settle_shared_names(transaction: Transaction, book: Book) -> Canonical:
    """Who is who among national organisations and laws; meetings that name them otherwise are written anew."""
    names = read_national_names(transaction)
    identity = identify([name.named for name in names], _about(NATIONAL, book.judgements))
    canonical = {(kind.value, id_): chosen for (kind, id_), chosen in identity.canonical.items()}
    _rewrite(transaction, _misnamed(names, canonical), Amendments(canonical))
    write_judgements(transaction, NATIONAL, identity)
    return canonical


def _settle(transaction: Transaction, municipality: str, book: Book, shared: Canonical) -> None:
    names = read_names(transaction, municipality)
    everybody = [name.named for name in (*names, *read_national_names(transaction))]
    identity = identify(everybody, _about(municipality, book.judgements)).only(f"{municipality}.")
    own = {(kind.value, id_): chosen for (kind, id_), chosen in identity.canonical.items()}
    corrections = [one for one in book.corrections if _home(one.fact) == municipality]
    meetings = _misnamed(names, own) | _otherwise_corrected(transaction, municipality, corrections)
    _rewrite(transaction, meetings, Amendments({**shared, **own}, corrections))
    write_judgements(transaction, municipality, identity)
    said = [
        Said(one.left, one.right, one.verdict is Verdict.SAME, one.author) for one in _about(municipality, book.links)
    ]
    if derive(transaction, municipality, said):
        version = _version(book, municipality)
        transaction.run(load_query("load", "derived"), municipality=municipality, version=version)
    else:
        transaction.run(load_query("load", "forget_derivation"), municipality=municipality)


def _misnamed(names: Iterable[PrintedName], canonical: Canonical) -> set[str]:
    """The meetings in which a name stands under another id than it should."""
    return {
        meeting
        for name in names
        for meeting, id_ in name.stands
        if id_ != canonical.get((name.named.kind.value, name.named.id), name.named.id)
    }


def _otherwise_corrected(transaction: Transaction, municipality: str, corrections: Sequence[Correction]) -> set[str]:
    """The meetings whose corrections are not those of the book."""
    wanted = {correction_id(one): (one.by, one.date.isoformat(), one.why) for one in corrections}
    found = {row["correction"]["id"]: row for row in ask(transaction, "corpus_corrections", municipality=municipality)}
    said = {id_: tuple(row["correction"].get(name) for name in ("by", "date", "why")) for id_, row in found.items()}
    changed = {id_ for id_ in wanted.keys() | said.keys() if wanted.get(id_) != said.get(id_)}
    meetings = {row["meeting"] for id_, row in found.items() if id_ in changed}
    return meetings | {ids.meeting_of(one.fact) for one in corrections if correction_id(one) in changed}


def _rewrite(transaction: Transaction, meetings: set[str], amendments: Amendments) -> None:
    """Write meetings anew from the records that the store keeps."""
    rows = ask(transaction, "groups_of_meetings", meetings=sorted(meetings)) if meetings else []
    groups = sorted({row["group"] for row in rows})
    for start in range(0, len(groups), REWRITTEN):
        replace_meetings(transaction, groups[start : start + REWRITTEN], Fresh(), amendments)


def _home(id_: str) -> str:
    """The municipality of an id; what all share has none."""
    return id_.split(".")[0] if "." in id_ else NATIONAL


def _about(home: str, judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those on two ids of one home."""
    return [one for one in judgements if {_home(one.left), _home(one.right)} == {home}]


def _version(book: Book, municipality: str) -> str:
    """Of the rules, and of what people have said of this municipality and of shared names."""
    homes = {municipality, NATIONAL}
    said = [entry for _, entry in book.standing() if {_home(id_) for id_ in entry.subject[1:] if "." in id_} <= homes]
    lines = "".join(sorted(entry.line() for entry in said))
    return f"{_rules()}-{hashlib.sha256(lines.encode()).hexdigest()[:12]}"


@cache
def _rules() -> str:
    return version_of(Path(__file__).parent.rglob("*"))
