"""Documents that come and take the place of others: the same graph as of the newer version alone, but for the trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.records import DocumentKind, MeetingRecord
from graph.arriving import Given, lie
from graph.assembly import unparsed
from graph.dump import dump
from graph.loading import Circumstances, LoadReport, load
from graph.removing import find_document, remove
from graph.sources import Source, file_source, path_of, web_source
from graph.store import BoltGraphStore
from graph.superseding import Fate
from graph.tombstones import Reason
from tests.graph import records as r
from tests.graph.corpora import documents
from tests.graph.test_dump import SLOW, difference, graph_of
from tests.graph.test_removing import MARK, TODAY, everything, marked, plain, sha, told

JANUARY, FEBRUARY = date(2024, 1, 9), date(2024, 2, 6)
PATH, ELSEWHERE = file_source(Path("/arkiv/referat.txt")), file_source(Path("/arkiv/2024/referat.txt"))
ADDRESS = web_source("https://nordlev.example/referat?id=7")


def come(store: BoltGraphStore, *records: MeetingRecord, group: int = 20, **given: Given) -> LoadReport:
    """Load records; `given` by the name of each one's page."""
    by_hash = {sha(record): given.get(record.provenance.name.removesuffix(".txt"), Given()) for record in records}
    return load(store, records, group=group, circumstances=Circumstances(given=by_hash, day=TODAY))


def fetched(record: MeetingRecord, day: date) -> MeetingRecord:
    return replace(record, provenance=replace(record.provenance, retrieved=day))


def outdate(store: BoltGraphStore) -> None:
    """What stands was read by an earlier extractor, and is read anew when it is given again."""
    store.write("MATCH (d:Document) SET d.extractor = 'older'")


def ownerless(store: BoltGraphStore) -> list[dict[str, object]]:
    """Readings without document, and meetings that none documents."""
    query = """
        MATCH (n)
        WHERE n:Record AND NOT EXISTS { MATCH (n)<-[:HAS_RECORD]-(:Document) }
           OR n:Meeting AND n.status = 'held' AND NOT EXISTS { MATCH (n)-[:DOCUMENTED_BY]->(:Document) }
        RETURN labels(n) AS labels, n.id AS id
    """
    return store.read(query)


def alone(store: BoltGraphStore, *records: MeetingRecord) -> list[bytes]:
    return graph_of(store, [[record] for record in records])


def stones(store: BoltGraphStore) -> list[dict[str, object]]:
    query = """
        MATCH (t:Tombstone)
        OPTIONAL MATCH (t)-[:REPLACED_BY]->(n)
        RETURN t.id AS id, t.reason AS reason, labels(n)[0] AS kind, n.id AS by ORDER BY id
    """
    return store.read(query)


def test_another_file_at_the_same_path_takes_the_place(store: BoltGraphStore) -> None:
    old, new, other = marked("old"), plain("new", JANUARY), plain("other", FEBRUARY)
    clean = alone(store, new, other)
    alone(store)
    come(store, old, other, old=Given((PATH,)))
    report = come(store, new, new=Given((PATH,)))
    assert [(one.fate, one.document, one.other) for one in report.news] == [(Fate.REPLACES, sha(new), sha(old))]
    assert difference(clean, told(store)) == []
    assert MARK not in everything(store)
    assert stones(store) == [{"id": sha(old), "reason": "superseded", "kind": "Document", "by": sha(new)}]


def test_a_file_of_the_same_name_elsewhere_is_another(store: BoltGraphStore) -> None:
    come(store, marked("old"), old=Given((PATH,)))
    report = come(store, plain("new", JANUARY), new=Given((ELSEWHERE,)))
    assert (report.news, stones(store)) == ((), [])


def test_one_address_on_the_web_is_one_document(store: BoltGraphStore) -> None:
    old, new = marked("old"), plain("new", JANUARY)
    clean = alone(store, new)
    alone(store)
    come(store, old, old=Given((PATH, ADDRESS)))
    come(store, new, new=Given((ELSEWHERE, ADDRESS)))
    assert difference(clean, told(store)) == []


def test_the_later_fetched_of_one_address_counts_whatever_comes_first(store: BoltGraphStore) -> None:
    old, new = fetched(marked("old"), date(2026, 1, 5)), fetched(plain("new", JANUARY), date(2026, 5, 5))
    given_ = {
        "old": Given((PATH, ADDRESS), same_run=frozenset({sha(new)})),
        "new": Given((ELSEWHERE, ADDRESS), same_run=frozenset({sha(old)})),
    }
    clean = alone(store, new)
    for order in ((old, new), (new, old)):
        for group in (1, 20):
            alone(store)
            report = come(store, *order, group=group, **given_)
            assert difference(clean, told(store)) == []
            assert stones(store) == [{"id": sha(old), "reason": "superseded", "kind": "Document", "by": sha(new)}]
            assert report.documents == 2
    assert MARK not in everything(store)


def test_an_older_version_does_not_come_back_by_itself(store: BoltGraphStore) -> None:
    old, new = marked("old"), plain("new", JANUARY)
    come(store, old, old=Given((PATH,)))
    come(store, new, new=Given((PATH,)))
    before = told(store)
    for place in (PATH, ELSEWHERE):
        report = come(store, old, old=Given((place,)))
        assert [(one.fate, one.other) for one in report.news] == [(Reason.SUPERSEDED, sha(new))]
        assert (report.kept_out, told(store)) == (1, before)


def test_an_older_version_is_taken_back_by_a_person(store: BoltGraphStore) -> None:
    old, new = marked("old"), plain("new", JANUARY)
    clean = alone(store, old)
    alone(store)
    come(store, old, old=Given((PATH,)))
    come(store, new, new=Given((PATH,)))
    come(store, old, old=Given((PATH,), replaces=frozenset({sha(new)})))
    assert difference(clean, told(store)) == []
    assert stones(store) == [{"id": sha(new), "reason": "superseded", "kind": "Document", "by": sha(old)}]


def test_what_replaced_it_is_known_along_the_whole_chain(store: BoltGraphStore) -> None:
    first, second, third = (plain(name, JANUARY) for name in ("first", "second", "third"))
    for record in (first, second, third):
        come(store, record, **{record.provenance.name.removesuffix(".txt"): Given((PATH,))})
    assert sorted(stones(store), key=lambda row: row["kind"]) == [
        {"id": sha(second), "reason": "superseded", "kind": "Document", "by": sha(third)},
        {"id": sha(first), "reason": "superseded", "kind": "Tombstone", "by": sha(second)},
    ]


def test_a_named_document_is_replaced_wherever_it_lay(store: BoltGraphStore) -> None:
    old, new, other = marked("old"), plain("new", FEBRUARY), plain("other", JANUARY, "24/3")
    clean = alone(store, new, other)
    alone(store)
    come(store, old, other)
    for _ in range(2):  # a run that was killed after its work is run again
        come(store, new, new=Given((PATH,), replaces=frozenset({sha(old)})))
        assert difference(clean, told(store)) == []
    (gone,) = store.read("MATCH (t:Tombstone) RETURN t.meetings AS m")
    assert gone == {"m": []}  # the other tells of that meeting


def test_an_address_that_lists_many_meetings_replaces_none(store: BoltGraphStore) -> None:
    come(store, plain("a", JANUARY), a=Given((PATH, ADDRESS)))
    report = come(store, plain("b", FEBRUARY), b=Given((ELSEWHERE, ADDRESS)))
    assert [one.fate for one in report.news] == [Fate.OTHER_MEETING]
    assert stones(store) == []


def test_a_file_without_meetings_replaces_none(store: BoltGraphStore) -> None:
    old = plain("old", JANUARY)
    broken = r.meeting(r.Page("broken"), None, kind=DocumentKind.OTHER, text="404 Not Found")
    new = plain("new", JANUARY, "24/4")
    clean = alone(store, new)
    alone(store)
    come(store, old, old=Given((PATH,)))
    assert [one.fate for one in come(store, broken, broken=Given((PATH,))).news] == [Fate.UNREAD]
    assert stones(store) == []
    come(store, new, new=Given((PATH,)))  # now both have to go
    assert difference(clean, told(store)) == []
    assert [row["id"] for row in stones(store)] == sorted(map(sha, (old, broken)))


def test_two_of_one_address_given_together_both_stand(store: BoltGraphStore) -> None:
    one, two = plain("one", JANUARY), plain("two", JANUARY, "24/4")
    given_ = {
        "one": Given((PATH, ADDRESS), same_run=frozenset({sha(two)})),
        "two": Given((ELSEWHERE, ADDRESS), same_run=frozenset({sha(one)})),
    }
    clean = alone(store, one, two)
    for group in (1, 20):
        alone(store)
        report = come(store, one, two, group=group, **given_)
        assert [news.fate for news in report.news] == [Fate.SAME_RUN]
        assert difference(clean, told(store)) == []


def test_a_run_cut_off_between_two_of_one_address_ends_as_if_it_had_not_been(store: BoltGraphStore) -> None:
    one, two = plain("one", JANUARY), plain("two", JANUARY, "24/4")
    given_ = {
        "one": Given((PATH, ADDRESS), same_run=frozenset({sha(two)})),
        "two": Given((ELSEWHERE, ADDRESS), same_run=frozenset({sha(one)})),
    }
    clean = alone(store, one, two)
    alone(store)
    come(store, one, **given_)
    come(store, one, two, **given_)
    assert difference(clean, told(store)) == []


@pytest.mark.parametrize("replaced", [False, True])
def test_what_was_removed_stays_out_until_a_person_lets_it_in(store: BoltGraphStore, replaced: bool) -> None:
    record, newer = marked("x"), plain("newer", JANUARY)
    clean = alone(store, record, *([newer] if replaced else []))
    alone(store)
    come(store, record, x=Given((PATH,)))
    if replaced:
        come(store, newer, newer=Given((PATH,)))
    else:
        remove(store, sha(record), day=TODAY, why="Tilbagekaldt")
    report = come(store, record, x=Given((PATH,)))
    assert (report.kept_out, report.loaded) == (1, 0)
    assert report.news[0].stone is not None
    assert MARK not in everything(store)
    report = come(store, record, x=Given((PATH,), readmitted=True))
    assert (report.loaded, stones(store)) == (1, [])
    assert difference(clean, told(store)) == []


def test_what_was_replaced_and_then_removed_is_not_taken_back_by_replacing(store: BoltGraphStore) -> None:
    old, new = marked("old"), plain("new", JANUARY)
    come(store, old, old=Given((PATH,)))
    come(store, new, new=Given((PATH,)))
    removed = remove(store, sha(old), day=TODAY)
    assert (removed.before, removed.tombstone.reason) == (True, Reason.REMOVED)
    come(store, old, old=Given((PATH,), replaces=frozenset({sha(new)})))
    assert MARK not in everything(store)
    assert [row["id"] for row in stones(store)] == [sha(old)]


def test_what_replaces_another_can_be_removed(store: BoltGraphStore) -> None:
    come(store, plain("old", JANUARY), old=Given((PATH,)))
    come(store, plain("new", JANUARY), new=Given((PATH,)))
    remove(store, sha(plain("new", JANUARY)), day=TODAY)
    assert told(store) == []
    assert sorted((row["reason"], row["kind"] or "-") for row in stones(store)) == [
        ("removed", "-"),
        ("superseded", "Tombstone"),
    ]
    assert store.read("MATCH (s:Source) RETURN s.id AS id") == []


def test_a_file_that_moved_is_the_same_document(store: BoltGraphStore) -> None:
    record = plain("a", JANUARY)
    come(store, record, a=Given((PATH,)))
    report = come(store, record, a=Given((ELSEWHERE,)))
    assert (report.unchanged, report.news) == (1, ())
    assert find_document(store, "referat.txt", [PATH]) == find_document(store, "x", [ELSEWHERE]) == sha(record)


def test_files_that_change_places_stay_both(store: BoltGraphStore) -> None:
    one, two = plain("one", JANUARY), plain("two", FEBRUARY)
    come(store, one, two, one=Given((PATH,)), two=Given((ELSEWHERE,)))
    before = told(store)
    store.in_transaction(lambda transaction: lie(transaction, {sha(one): [ELSEWHERE], sha(two): [PATH]}))
    assert find_document(store, "-", [PATH]) == sha(two)
    assert find_document(store, "-", [ELSEWHERE]) == sha(one)
    come(store, one, two, one=Given((ELSEWHERE,)), two=Given((PATH,)))
    assert (told(store), stones(store)) == (before, [])


@pytest.mark.parametrize("group", [1, 20])
def test_a_version_that_gives_way_is_not_read_anew_after_that(store: BoltGraphStore, group: int) -> None:
    new = fetched(plain("new", JANUARY), date(2026, 5, 5))
    clean = alone(store, new)
    for number in range(4):  # either hash may be the smaller, whose document leads the meeting
        old = fetched(marked(f"old{number}"), date(2026, 1, 5))
        given_ = {
            f"old{number}": Given((PATH, ADDRESS), same_run=frozenset({sha(new)})),
            "new": Given((ELSEWHERE, ADDRESS), same_run=frozenset({sha(old)})),
        }
        alone(store)
        come(store, old, **given_)
        outdate(store)
        report = come(store, new, old, group=group, **given_)
        assert (report.loaded, report.replaced, report.kept_out) == (1, 0, 1)
        assert difference(clean, told(store)) == []
        assert (ownerless(store), MARK in everything(store)) == ([], False)


def test_names_that_look_like_cpr_numbers_are_no_one_place(store: BoltGraphStore) -> None:
    places = [file_source(Path(f"/arkiv/Referat {name}-1700.txt")) for name in ("090124", "060224")]
    web = [web_source(f"https://nordlev.example/{name}-1700.pdf") for name in ("090124", "060224")]
    assert (places[0], web[0]) == (places[1], web[1])  # no CPR number is kept
    one, two, newer = plain("one", JANUARY), plain("two", FEBRUARY), plain("newer", JANUARY, "24/4")
    clean = alone(store, one, two, newer)
    for group in (1, 20):
        alone(store)
        given_ = {"one": Given((places[0], web[0])), "two": Given((places[1], web[1])), "newer": Given((places[0],))}
        report = come(store, one, two, newer, group=group, **given_)
        assert [(news.fate, news.document, news.other) for news in report.news] == [
            (Fate.UNCLEAR, sha(newer), sha(one))
        ]
        assert difference(clean, told(store)) == []
        lying = store.read("MATCH (d:Document)-[:READ_FROM]->(s:Source {file: true}) RETURN d.id AS id ORDER BY id")
        assert [row["id"] for row in lying] == sorted(map(sha, (one, two, newer)))


@pytest.mark.parametrize("group", [1, 20])
@pytest.mark.parametrize("behind", [ELSEWHERE, file_source(Path("/arkiv/090124-1700.txt"))])
def test_a_file_that_was_renamed_gives_no_way_to_another_meeting_that_has_its_name(
    store: BoltGraphStore, group: int, behind: Source
) -> None:
    old, new = plain("old", JANUARY), plain("new", FEBRUARY)
    clean = alone(store, old, new)
    alone(store)
    come(store, old, old=Given((PATH,)))
    outdate(store)
    report = come(store, new, old, group=group, new=Given((PATH,)), old=Given((behind,)))
    assert ([news.fate for news in report.news], stones(store)) == ([Fate.OTHER_MEETING], [])
    assert difference(clean, told(store)) == []
    assert find_document(store, "-", [PATH]) == sha(new)
    assert find_document(store, "-", [behind]) == sha(old)


def test_one_meeting_of_a_collection_takes_none_of_the_others_away(store: BoltGraphStore) -> None:
    january, february = plain("all", JANUARY), plain("february", FEBRUARY)
    february = replace(february, provenance=january.provenance, ordinal=2)
    single = plain("single", JANUARY, "24/4")
    clean = graph_of(store, [[january, february], [single]])
    alone(store)
    come(store, january, february, all=Given((PATH, ADDRESS)))
    report = come(store, single, single=Given((ELSEWHERE, ADDRESS)))
    assert ([news.fate for news in report.news], stones(store)) == ([Fate.OTHER_MEETING], [])
    assert difference(clean, told(store)) == []


def test_a_path_is_one_place_however_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "æ").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "æ")
    monkeypatch.chdir(tmp_path / "æ")
    whole = file_source(tmp_path / "æ" / "ø å.txt")
    assert {file_source(Path(p)) for p in ("ø å.txt", "./ø å.txt", "../æ/ø å.txt", "../link/ø å.txt")} == {whole}
    assert path_of(whole) == (tmp_path / "æ" / "ø å.txt").resolve()
    assert file_source(Path("ø å.txt"), "arkivet") != whole
    assert path_of(file_source(Path("ø å.txt"), "arkivet"), "arkivet") == path_of(whole)
    assert path_of(file_source(Path("ø å.txt"), "arkivet"), "andre") is None
    assert path_of(ADDRESS) is None


def test_a_cpr_number_in_a_path_is_masked() -> None:
    assert "1231" not in file_source(Path("/arkiv/cpr 010180-1231.txt")).address
    assert "1231" not in web_source("https://nordlev.example/cpr-010180-1231").address


@pytest.mark.parametrize(
    "name",
    ["010180-1231", "01.01.80 - 1231", "cpr 01 01 80 12 31", "cpr0101801231", "01011980-1231", "0%310180%2D1231",
     "cpr 0 1 0 1 8 0 1 2 3 1", "090124-1700", "010180%20%2D%201231"],
)  # fmt: skip
def test_a_masked_place_is_not_sure(name: str) -> None:
    assert not web_source(f"https://nordlev.example/{name}.pdf").is_sure


@pytest.mark.parametrize("name", ["referat", "2024-01-09", "XXL-udvalg", "MMXXIV", "26/3096", "XXX 1231"])
def test_a_place_that_is_not_masked_is_sure(name: str) -> None:
    assert web_source(f"https://nordlev.example/{name}.pdf").is_sure


@st.composite
def replacements(draw: st.DrawFn) -> tuple[list[list[MeetingRecord]], dict[str, str], int]:
    """A corpus, which of its documents replace which (new by old), and how many are loaded at a time."""
    corpus = draw(documents())
    keys = sorted({sha(document[0]) for document in corpus})
    pairs = draw(st.lists(st.permutations(keys), min_size=1, max_size=1))[0] if len(keys) > 1 else []
    many = draw(st.integers(0, len(pairs) // 2))
    return corpus, {pairs[2 * i]: pairs[2 * i + 1] for i in range(many)}, draw(st.sampled_from([1, 2, 20]))


@SLOW
@given(replacements(), st.booleans())
def test_what_was_replaced_leaves_no_trace_in_the_others(
    store: BoltGraphStore, case: tuple[list[list[MeetingRecord]], dict[str, str], int], again: bool
) -> None:
    """Load A, replace it by B: the same as B alone, whatever A and B are, in any order and batch."""
    corpus, replaced, group = case
    gone = set(replaced.values())
    clean = graph_of(store, [document for document in corpus if sha(document[0]) not in gone])
    graph_of(store, [document for document in corpus if sha(document[0]) not in replaced], group=group)
    given_ = {new: Given((Source(f"file:///{new}"),), replaces=frozenset({old})) for new, old in replaced.items()}
    later = [record for document in corpus if sha(document[0]) in replaced for record in document]
    if again:  # all that stands is read anew in the same run, after what takes its place
        outdate(store)
        later += [record for document in corpus if sha(document[0]) not in replaced for record in document]
    load(store, later, group=group, circumstances=Circumstances(given=given_, day=TODAY))
    assert difference(clean, told(store)) == []
    assert ownerless(store) == []


@SLOW
@given(replacements())
def test_versions_at_one_path_leave_the_newer_alone(
    store: BoltGraphStore, case: tuple[list[list[MeetingRecord]], dict[str, str], int]
) -> None:
    corpus, replaced, group = case
    read = {sha(record) for document in corpus for record in document if not unparsed(record)}
    replaced = {new: old for new, old in replaced.items() if new in read}
    gone = set(replaced.values())
    clean = graph_of(store, [document for document in corpus if sha(document[0]) not in gone])
    graph_of(store, [])
    places = {id_: Given((Source(f"file:///{new}"),)) for new, old in replaced.items() for id_ in (new, old)}
    for late in (False, True):
        part = [record for document in corpus if (sha(document[0]) in replaced) is late for record in document]
        load(store, part, group=group, circumstances=Circumstances(given=places, day=TODAY))
    assert difference(clean, list(dump(store))) == []
