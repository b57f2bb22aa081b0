"""From a document to the mentions of its points: lines, offsets, watch lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document import Document
from extract.entities import find_entities
from extract.entities.watchlist import WatchListInvalid, read_watch_lists
from extract.grammar import parse
from extract.mentions import OrganisationMention, PersonMention
from extract.reading import read
from extract.records import ItemRecord, MeetingRecord

MINUTES = """REFERAT Kultur- og Miljøudvalget d. 14-05-2024

Mødedato Tirsdag d. 14. maj 2024 kl. 16:00

Mødested Søby Rådhus

Mødedeltagere Anna B. Lund, Bo Krag, Ida Søholm

Punkt 7: Status på KYSTjob

24/1234

Sagsresume

Vores samarbejde med KYSTjob udløber. Søby Kommune har inviteret Anna Lund (V).

I maj 2023 skiftede KYSTjob navn til HAVjob, og Havblik tog over.

Sagsfremstilling

Efter § 107 i serviceloven er KYSTjobs hold små. Sagen var på udvalgets møde den 9. april 2024 (pkt. 3).

Beslutning i Kultur- og Miljøudvalget den 14-05-2024

Udsættes.

Punkt 8: Orientering

24/1235

Sagsresume

HAVjob holder fest.
"""


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> tuple[MeetingRecord, Document]:
    path = tmp_path_factory.mktemp("minutes") / "soeby.txt"
    path.write_text(MINUTES, encoding="utf-8")
    document = read(path, municipality="Søby Kommune")
    (record,) = parse(document)
    return record, document


def organisations(items: tuple[ItemRecord, ...]) -> list[tuple[int, str]]:
    return [
        (mention.evidence.line, mention.surface)
        for item in items
        for mention in item.mentions
        if isinstance(mention, OrganisationMention)
    ]


def test_names_found_in_one_point_are_looked_for_in_all(minutes: tuple[MeetingRecord, Document]) -> None:
    assert organisations(find_entities(*minutes)) == [
        (9, "KYSTjob"),
        (15, "KYSTjob"),
        (15, "Søby Kommune"),
        (17, "KYSTjob"),
        (17, "HAVjob"),
        (21, "KYSTjobs"),
        (33, "HAVjob"),
    ]


def test_evidence_covers_what_is_printed(minutes: tuple[MeetingRecord, Document]) -> None:
    record, document = minutes
    mentions = [mention for item in find_entities(record, document) for mention in item.mentions]
    assert mentions
    for mention in mentions:
        assert document.text[mention.evidence.start : mention.evidence.end] == mention.surface
        assert mention.surface in document.line(mention.evidence.line).raw
        assert mention.evidence.quote == mention.surface


def test_a_point_gets_its_change_of_name_and_what_is_put_off(minutes: tuple[MeetingRecord, Document]) -> None:
    first, _ = find_entities(*minutes)
    assert [(one.old, one.new, one.date) for one in first.renames] == [("KYSTjob", "HAVjob", "2023-05")]
    assert [(one.kind, one.text) for one in first.followups] == [("deferral", "Udsættes.")]
    assert [m.name for m in first.mentions if isinstance(m, PersonMention)] == ["Anna B. Lund"]


def test_the_same_document_gives_the_same(minutes: tuple[MeetingRecord, Document]) -> None:
    assert find_entities(*minutes) == find_entities(*minutes)


def test_a_watch_list_adds_what_the_grammar_cannot_know(
    minutes: tuple[MeetingRecord, Document], tmp_path: Path
) -> None:
    path = tmp_path / "soeby.toml"
    path.write_text('[[organisations]]\nname = "Havblik Søby"\naliases = ["Havblik"]\n', encoding="utf-8")
    found = find_entities(*minutes, watch_list=[path])
    assert (17, "Havblik") in organisations(found)
    named = {m.name for item in found for m in item.mentions if isinstance(m, OrganisationMention)}
    assert "Havblik Søby" in named


@pytest.mark.parametrize(
    "content", ['[[organisations]]\nname = "A"\ncolour = "red"\n', "[[organisations]]\n", "name = ", "[other]\n"]
)
def test_a_watch_list_of_another_form_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "list.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(WatchListInvalid):
        read_watch_lists([path])


def test_a_watch_list_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(WatchListInvalid, match="cannot be opened"):
        read_watch_lists([tmp_path / "none.toml"])


RUN_IN = """REFERAT Kultur- og Miljøudvalget d. 14-05-2024

Mødedato Tirsdag d. 14. maj 2024 kl. 16:00

Mødedeltagere Anna B. Lund, Bo Krag, Ida Søholm

Punkt 7: Status på havnen

Resumé: Nordlev Varme A/S holder møde den 3. juni 2024.

Beslutning: Udvalget ønsker en redegørelse senest i oktober 2024.
"""


def test_what_follows_a_heading_on_its_line_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(RUN_IN, encoding="utf-8")
    document = read(path, municipality="Søby Kommune")
    (item,) = find_entities(parse(document)[0], document)
    assert [(m.surface, m.where) for m in item.mentions if isinstance(m, OrganisationMention)] == [
        ("Nordlev Varme A/S", "Resumé")
    ]
    awaited = [("expected_event", "2024-06-03"), ("committee_request", "2024-10")]
    assert [(one.kind, one.due) for one in item.followups] == awaited
    for mention in item.mentions:
        assert document.text[mention.evidence.start : mention.evidence.end] == mention.surface
