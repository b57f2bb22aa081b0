"""What follows from the corpus, brought up to date: who is who, what is corrected, links, cases, all that is derived.

It depends on the documents, the rules and what people have said, and on nothing else: so `Derivation.version`, made of
rules and sayings, tells whether it is to be computed anew. The names that all municipalities share come first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from pathlib import Path

from cypher import load_query
from extract.records import ItemKind
from extract.version import version_of
from graph import ids
from graph.amending import APPLIED, EVIDENCE_GONE, Amendments, correction_id
from graph.corpora import ask
from graph.deriving import derive
from graph.homes import NATIONAL, Canonical, about, canonical_ids, home, identify_national, identify_own
from graph.identity.book import Book, Correction, Entry
from graph.identity.identity import Identity
from graph.identity.judgements import Verdict
from graph.identity.named import Named
from graph.judging import write_judgements
from graph.printed import PrintedName, read_national_printing, read_printing
from graph.replacing import Fresh, possible_meetings, replace_meetings
from graph.schema import Row
from graph.store import GraphStore, Transaction
from graph.threads.tracing import Said
from graph.turns import Course

# Meetings written anew in one transaction: Neo4j copies what a transaction removed each time it looks up an id in it.
REWRITTEN = 4
ROUNDS = 5  # how often a municipality is settled in which others write meanwhile


def settle(store: GraphStore, book: Book | None = None) -> list[str]:
    """Bring every municipality up to date that is due, and give their ids. Raises `JudgementsContradict`.

    Meetings that are written under other names are written in parts, each in a transaction of its own: a municipality
    is due until all that belongs to it was done. It stays so where another wrote there meanwhile, and is begun again;
    who comes in between again and again settles it himself, at the end of his run.
    """
    book = book or Book()
    settled: set[str] = set()
    crossed = False  # whether others judged shared names meanwhile
    for _ in range(ROUNDS):
        course = Course(store)
        due = [one for one in _due(store, book) if not settled or one in settled]
        if not due and not crossed:
            break
        identities = _unify_all_names(course, book, due, anew=crossed)
        for municipality, identity in identities.items():
            course.do(municipality, partial(_derive, municipality=municipality, identity=identity, book=book))
        settled.update(identities)
        crossed = course.was_crossed(NATIONAL)
    return sorted(settled)


class Why(StrEnum):
    """Why nothing was done with what a person said."""

    UNKNOWN = "unknown"  # no name or point of the graph has the id
    TWO_HOMES = "two-homes"  # the two are of different municipalities
    OTHER_KIND = "other-kind"  # the id names something else
    HOUSEKEEPING = "housekeeping"  # the point is of no case
    EVIDENCE_GONE = "evidence-gone"  # the fact is no longer read as it was
    REFUSED = "refused"  # no such value can stand there


@dataclass(frozen=True, slots=True)
class Unheard:
    """What a person said that nothing could be done with."""

    line: int  # of the book
    about: str  # an id
    why: Why


def unheard(store: GraphStore, book: Book) -> list[Unheard]:
    """The entries of the book that change nothing, in their order, each with the reason."""
    ends = sorted({id_ for _, entry in book.standing() for id_ in _ends(entry)})
    known = {row["id"]: row for row in store.read(load_query("load", "known_ids"), ids=ends)} if ends else {}
    found = [
        Unheard(line, id_, why) for line, entry in book.standing() for id_ in _ends(entry)
        if (why := _unheard(entry, known[id_]))
    ]  # fmt: skip
    status = {row["id"]: row["status"] for row in store.read(load_query("load", "corrections"))}
    for one in book.corrections:
        became = status.get(correction_id(one), EVIDENCE_GONE)
        if became != APPLIED:
            found.append(Unheard(one.line, one.fact, Why(became)))
    return sorted(found, key=lambda one: (one.line, one.about))


def _ends(entry: Entry) -> tuple[str, ...]:
    """The two ids of a judgement or a link."""
    if entry.judge:
        return (entry.judge.left, entry.judge.right)
    return (entry.link.start, entry.link.end) if entry.link else ()


def _unheard(entry: Entry, known: Row) -> Why | None:
    if len({home(id_) for id_ in _ends(entry)}) == 2 and not (entry.judge and NATIONAL in map(home, _ends(entry))):
        return Why.TWO_HOMES
    if not known["names"] and known["point"] is None:
        return Why.UNKNOWN
    if entry.judge:
        return None if entry.judge.kind.value in known["names"] else Why.OTHER_KIND
    if known["point"] is None:
        return Why.OTHER_KIND
    return Why.HOUSEKEEPING if ItemKind(known["point"]).housekeeping else None


def _unify_all_names(course: Course, book: Book, due: Sequence[str], *, anew: bool) -> dict[str, Identity]:
    """Write every meeting of what is due under the names that are judged to be one; who is who in all that is due then.

    `anew`: shared names are judged also where nothing is due.
    """
    names = read_national_printing(course.store).national_names()
    named = [name.named for name in names]
    identity = identify_national(named, book.judgements)
    canonical = canonical_ids(identity)
    misnamed = _misnamed(names, canonical)
    municipalities = sorted({*due, *map(home, misnamed)})
    if municipalities or anew:
        course.do(NATIONAL, lambda transaction: write_judgements(transaction, NATIONAL, identity))
    identities = {}
    for municipality in municipalities:
        shared = _Shared(named, canonical, {meeting for meeting in misnamed if home(meeting) == municipality})
        identities[municipality] = _unify_names(course, municipality, book, shared)
    return identities


def _due(store: GraphStore, book: Book) -> list[str]:
    rows = store.read(load_query("load", "derivations"))
    return sorted(row["id"] for row in rows if row["version"] != _version(book, row["id"]))


@dataclass(frozen=True, slots=True)
class _Shared:
    """The names that all municipalities share, as one of them must know them."""

    names: Sequence[Named]
    canonical: Canonical
    misnamed: set[str]  # its meetings in which one of them stands under another id


def _unify_names(course: Course, municipality: str, book: Book, shared: _Shared) -> Identity:
    """Write the meetings of a municipality under its names, and as people have corrected them; who is who there."""
    store = course.store
    names = read_printing(store, municipality).names_of(municipality)
    identity = identify_own(municipality, [name.named for name in names], shared.names, book.judgements)
    canonical = canonical_ids(identity)
    corrections = [one for one in book.corrections if home(one.fact) == municipality]
    meetings = shared.misnamed | _misnamed(names, canonical) | _otherwise_corrected(store, municipality, corrections)
    _rewrite(course, municipality, meetings, Amendments({**shared.canonical, **canonical}, corrections))
    return identity


def _derive(transaction: Transaction, municipality: str, identity: Identity, book: Book) -> None:
    """What is judged of names, links, cases and what else follows; then the municipality is due no more."""
    write_judgements(transaction, municipality, identity)
    said = [
        Said(one.left, one.right, one.verdict is Verdict.SAME, one.author) for one in about(municipality, book.links)
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


def _otherwise_corrected(store: GraphStore, municipality: str, corrections: Sequence[Correction]) -> set[str]:
    """The meetings whose corrections are not those of the book."""
    wanted = {correction_id(one): (one.by, one.date.isoformat(), one.why) for one in corrections}
    found = {row["correction"]["id"]: row for row in ask(store, "corpus_corrections", municipality=municipality)}
    said = {id_: tuple(row["correction"].get(name) for name in ("by", "date", "why")) for id_, row in found.items()}
    changed = {id_ for id_ in wanted.keys() | said.keys() if wanted.get(id_) != said.get(id_)}
    meetings = {row["meeting"] for id_, row in found.items() if id_ in changed}
    return meetings | {ids.meeting_of(one.fact) for one in corrections if correction_id(one) in changed}


def _rewrite(course: Course, municipality: str, meetings: set[str], amendments: Amendments) -> None:
    """Write meetings anew from the records that the store keeps, some in each transaction."""
    rows = ask(course.store, "groups_of_meetings", meetings=sorted(meetings)) if meetings else []
    groups = sorted({row["group"] for row in rows if not meetings.isdisjoint(possible_meetings(row))})
    for start in range(0, len(groups), REWRITTEN):
        part = groups[start : start + REWRITTEN]
        rewrite = partial(replace_meetings, groups=part, fresh=Fresh(), amendments=amendments)
        course.do(municipality, rewrite, beside=[NATIONAL])


def _version(book: Book, municipality: str) -> str:
    """Of the rules, and of what people have said of this municipality and of shared names."""
    homes = {municipality, NATIONAL}
    said = [entry for _, entry in book.standing() if {home(id_) for id_ in entry.subject[1:] if "." in id_} <= homes]
    lines = "".join(sorted(entry.line() for entry in said))
    return f"{_rules()}-{hashlib.sha256(lines.encode()).hexdigest()[:12]}"


@cache
def _rules() -> str:
    return version_of(Path(__file__).parent.rglob("*"))
