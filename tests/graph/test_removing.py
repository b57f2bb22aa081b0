"""A document out of the graph: nothing of it is left but its tombstone, and all others are as if it had never been."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Media
from extract.mentions import LawMention, OrganisationMention, PersonMention
from extract.records import BallotOption, DocumentKind, MeetingRecord
from graph.backup import write_backup
from graph.dump import dump
from graph.errors import DocumentAmbiguous, DocumentUnknown
from graph.identity.book import parse_book
from graph.loading import load
from graph.removing import find_document, remove
from graph.restoring import restore_backup
from graph.schema import Layer
from graph.store import BoltGraphStore, open_store
from tests.graph import records as r
from tests.graph.corpora import documents
from tests.graph.test_dump import SLOW, difference, graph_of

TODAY = date(2026, 11, 21)
MARK = "kvabbelfnug"  # a word that stands in the removed document alone


def marked(name: str, day: date = date(2024, 1, 9), media: Media = Media.TEXT) -> MeetingRecord:
    """A meeting in which the mark stands wherever minutes can print something."""
    page = r.Page(name, media)
    mentions = (
        OrganisationMention(f"{MARK} A/S", page.evidence(f"{MARK} A/S", "m"), "Titel", f"{MARK} A/S", "company", False),
        OrganisationMention(f"{MARK}styrelsen", page.evidence(MARK, "m"), "Titel", f"{MARK}styrelsen", "agency", True),
        LawMention(MARK, page.evidence(MARK, "m"), "Titel", f"Lov om {MARK}", "2", None, "statute"),
        PersonMention(f"Ib {MARK}", page.evidence(f"Ib {MARK}", "m"), "Titel", f"Ib {MARK}"),
    )
    ballots = ((BallotOption.FOR, r.voter(page, f"Ib {MARK}", "Cykellisten", "C")),)
    decision = r.decision(page, f"Godkendt {MARK}.", day=day, votes=(r.vote(page, f"om {MARK}", ballots),))
    point = r.item(
        page, "7", f"Ny {MARK}", case=f"24/7{MARK}", decisions=(decision,), recommendations=(f"at {MARK}",),
        proposer=f"Center for {MARK}", mentions=mentions,
    )  # fmt: skip
    return r.meeting(page, day, (point,), attendees=(r.member(page, f"Ib {MARK}"), r.member(page, f"Åse {MARK} Bæk")))


def plain(name: str, day: date, case: str = "24/1") -> MeetingRecord:
    page = r.Page(name)
    point = r.item(page, "2", "Ny cykelsti", case=case, decisions=(r.decision(page, "Godkendt.", day=day),))
    return r.meeting(page, day, (point,), attendees=(r.member(page, "Åse Bæk"),))


def sha(record: MeetingRecord) -> str:
    return record.provenance.sha256


def told(store: BoltGraphStore) -> list[bytes]:
    return list(dump(store))


def everything(store: BoltGraphStore) -> str:
    """Every property of every node and relation, packed facts aside, as the server holds it."""
    nodes = store.read("MATCH (n) RETURN properties(n) AS p")
    relations = store.read("MATCH ()-[r]->() RETURN properties(r) AS p")
    return json.dumps([nodes, relations], default=str, ensure_ascii=False)


def test_nothing_of_its_text_is_left(store: BoltGraphStore) -> None:
    stays = [plain("a", date(2024, 2, 6), "24/7" + MARK.upper()[:0]), plain("b", date(2024, 3, 5))]
    load(store, [marked("x"), *stays])
    assert MARK in everything(store).lower()
    assert store.read("CALL db.index.fulltext.queryNodes('search', $q) YIELD node RETURN node.id AS id", q=MARK)
    removed = remove(store, sha(marked("x")), day=TODAY, why="Tilbagekaldt")
    assert MARK not in everything(store).lower()
    assert store.read("CALL db.index.fulltext.queryNodes('search', $q) YIELD node RETURN node.id AS id", q=MARK) == []
    records = store.read("MATCH (r:Record)<-[:HAS_RECORD]-(d) RETURN d.id AS id ORDER BY id")
    assert [row["id"] for row in records] == sorted(map(sha, stays))
    assert (removed.name, removed.points) == ("x.txt", 1)
    assert removed.tombstone.meetings == ("nordlev.kultur-og-fritidsudvalget.2024-01-09",)


def test_the_others_are_as_if_it_had_never_been(store: BoltGraphStore) -> None:
    stays = [plain("a", date(2024, 2, 6)), plain("b", date(2024, 3, 5))]
    clean = graph_of(store, [[record] for record in stays])
    graph_of(store, [[marked("x")], *([record] for record in stays)])
    remove(store, sha(marked("x")), day=TODAY)
    assert difference(clean, told(store)) == []


def test_a_meeting_that_another_document_tells_of_stays_with_that_alone(store: BoltGraphStore) -> None:
    day = date(2024, 1, 9)
    clean = graph_of(store, [[plain("a", day)]])
    graph_of(store, [[plain("a", day)], [marked("x", day, Media.AGENDA_JSON)]])
    removed = remove(store, sha(marked("x")), day=TODAY)
    assert (removed.tombstone.meetings, removed.points) == ((), 0)
    assert removed.meetings_left == ("nordlev.kultur-og-fritidsudvalget.2024-01-09",)
    assert difference(clean, told(store)) == []


def test_the_last_document_leaves_a_tombstone_and_nothing_else(store: BoltGraphStore) -> None:
    load(store, [marked("x")])
    remove(store, sha(marked("x")), day=TODAY, why="Efter ønske")
    assert told(store) == []
    query = "MATCH (n) WHERE NOT n:Migration AND NOT n:Turn RETURN labels(n)[0] AS label, properties(n) AS p"
    assert store.read(query) == [
        {
            "label": "Tombstone",
            "p": {
                "id": sha(marked("x")),
                "reason": "removed",
                "date": TODAY,
                "why": "Efter ønske",
                "meetings": ["nordlev.kultur-og-fritidsudvalget.2024-01-09"],
            },
        }
    ]


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes().lower() for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_backup_restored_elsewhere_leaves_behind_what_the_files_still_hold(tmp_path: Path) -> None:
    """A store forgets; its files hold words in their indexes until that space is used again."""
    with open_store(tmp_path / "old") as old:
        load(old, [marked("x"), plain("a", date(2024, 2, 6))])
        remove(old, sha(marked("x")), day=TODAY)
        write_backup(old, tmp_path / "backup", "0", lambda *_: None)
    with open_store(tmp_path / "new") as new:
        restore_backup(new, tmp_path / "backup", replace=False, progress=lambda *_: None)
        assert [row["id"] for row in new.read("MATCH (t:Tombstone) RETURN t.id AS id")] == [sha(marked("x"))]
    assert MARK.encode() not in bytes_of(tmp_path / "new")


def test_removed_twice_is_removed_once(store: BoltGraphStore) -> None:
    load(store, [plain("a", date(2024, 1, 9))])
    first = remove(store, sha(plain("a", TODAY)), day=TODAY, why="først")
    again = remove(store, sha(plain("a", TODAY)), day=date(2026, 12, 1), why="igen")
    assert (first.before, again.before) == (False, True)
    assert again.tombstone == first.tombstone


def test_a_text_without_meetings_is_removed(store: BoltGraphStore) -> None:
    record = r.meeting(r.Page("a"), None, kind=DocumentKind.OTHER, text=MARK)
    load(store, [record])
    remove(store, sha(record), day=TODAY)
    assert MARK not in everything(store)


def test_a_cpr_number_in_the_reason_is_masked(store: BoltGraphStore) -> None:
    load(store, [plain("a", date(2024, 1, 9))])
    removed = remove(store, sha(plain("a", TODAY)), day=TODAY, why="ønske fra cpr 010180-1231")
    assert "1231" not in everything(store)
    assert "1231" not in (removed.tombstone.row()["why"])


def test_a_document_is_found_by_its_sha256_or_the_beginning(store: BoltGraphStore) -> None:
    load(store, [plain("a", date(2024, 1, 9))])
    whole = sha(plain("a", TODAY))
    assert find_document(store, whole) == find_document(store, whole[:6].upper()) == whole
    remove(store, whole, day=TODAY)
    assert find_document(store, whole[:6]) == whole
    for name in (whole[:5], "f" * 64, "", "a.txt"):
        with pytest.raises(DocumentUnknown):
            find_document(store, name)


def test_of_two_with_one_beginning_neither_is_taken(store: BoltGraphStore) -> None:
    store.write("UNWIND ['abcdef1', 'abcdef2'] AS id WITH * CREATE (:Document {id: id})")
    with pytest.raises(DocumentAmbiguous) as error:
        find_document(store, "abcdef")
    assert error.value.found == ("abcdef1", "abcdef2")
    assert find_document(store, "abcdef1") == "abcdef1"


def test_what_people_said_of_it_is_told_as_unheard(store: BoltGraphStore) -> None:
    item = "nordlev.kultur-og-fritidsudvalget.2024-01-09.7"
    said = {"by": "Ida Bro", "date": "2026-11-20"}
    names = {"kind": "Person", "left": "nordlev.ib-kvabbelfnug", "right": "nordlev.aase-baek", "verdict": "different"}
    entries = [
        {"judge": names, **said},
        {"correct": {"fact": item, "field": "title", "read": f"Ny {MARK}", "value": "Ny sti"}, **said},
    ]
    book = parse_book("\n".join(map(json.dumps, entries)))
    load(store, [marked("x"), plain("a", date(2024, 2, 6))], book=book)
    removed = remove(store, sha(marked("x")), day=TODAY, book=book)
    assert [(one.line, one.why) for one in removed.unheard] == [(1, "unknown"), (2, "evidence-gone")]
    assert MARK not in everything(store).lower()


@st.composite
def removals(draw: st.DrawFn) -> tuple[list[list[MeetingRecord]], list[str], int]:
    """A corpus, which of its documents are removed, in which order, and how many are loaded at a time."""
    corpus = draw(documents())
    keys = sorted({sha(document[0]) for document in corpus})
    gone = draw(st.lists(st.sampled_from(keys), max_size=2, unique=True)) if keys else []
    return corpus, gone, draw(st.sampled_from([1, 2, 20]))


@SLOW
@given(removals())
def test_what_is_removed_leaves_no_trace_in_the_others(
    store: BoltGraphStore, case: tuple[list[list[MeetingRecord]], list[str], int]
) -> None:
    """Load A and B, remove A: the same as B alone, whatever A and B are."""
    corpus, gone, group = case
    clean = graph_of(store, [document for document in corpus if sha(document[0]) not in gone])
    graph_of(store, corpus, group=group)
    for document in gone:
        remove(store, document, day=TODAY)
    assert difference(clean, told(store)) == []
    assert len(list(dump(store, [Layer.TRACE]))) == len(gone)
