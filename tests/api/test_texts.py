"""The catalogue of words: every key is used, every used key is there."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from api.errors import ApiError
from api.pages.accuracy import Measured
from api.pages.texts import load_texts
from api.pages.words import CONFLICT_KINDS
from extract.document import Media
from extract.records import AttendanceStatus, AttendeeKind, ItemKind, Outcome, RelationToRecommendation
from graph.threads.asking import Kind
from graph.threads.contradicting import Difference
from graph.threads.ledger import Reason, Status
from graph.threads.links import LinkType
from graph.threads.missing import Source
from graph.threads.planning import Gap

API = Path(__file__).resolve().parents[2] / "api"
EXTRACT = API.parent / "extract"
GROUPS = {"outcome", "to_recommendation", "result", "item_kind", "status", "attendee_kind", "follow_up",
          "organisation_type", "law_kind", "graph_kind", "relation", "date", "ledger_status", "ledger_reason",
          "mentioned_by", "search_kind", "topic_level", "link_type", "gap", "conflict", "conflict_subject",
          "measured", "media"}  # fmt: skip


def test_used_keys_are_there_and_all_are_used() -> None:
    sources = [*(API / "templates").glob("*.html"), *(API / "pages").glob("*.py"), *(API / "routers").glob("*.py")]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    keys = load_texts().keys
    called = set(re.findall(r'\bt(?:exts)?\("([a-z_.-]+)"[,)]', text))
    counted = {f"{kind}.{form}" for kind in re.findall(r'count\("(\w+)"', text) for form in ("one", "many")}
    assert called | counted <= keys, (called | counted) - keys
    built = re.findall(r'"([a-z]+\.[a-z_]*)" ~', text)  # t("event." ~ option)
    quoted = {key for key in keys if f'"{key}"' in text or any(key.startswith(begin) for begin in built)}
    unused = {key for key in keys - quoted - counted if key.split(".")[0] not in GROUPS}
    assert unused == set()


def test_counts_are_grouped_and_inflected() -> None:
    texts = load_texts()
    assert [texts.count("item", number) for number in (0, 1, 2, 12345)] == [
        "0 punkter", "1 punkt", "2 punkter", "12.345 punkter",
    ]  # fmt: skip


def test_a_code_without_a_word_is_shown_as_it_is() -> None:
    assert load_texts().word("follow_up", "some_kind") == "some kind"


@pytest.mark.parametrize(
    ("group", "codes"),
    [
        ("outcome", Outcome),
        ("media", Media),
        ("to_recommendation", RelationToRecommendation),
        ("item_kind", ItemKind),
        ("status", AttendanceStatus),
        ("attendee_kind", AttendeeKind),
        ("follow_up", Kind),
        ("ledger_status", Status),
        ("ledger_reason", Reason),
        ("mentioned_by", Source),
        ("link_type", LinkType),
        ("gap", Gap),
        ("conflict", CONFLICT_KINDS),
        ("conflict_subject", Difference),
        ("measured", Measured),
    ],
)
def test_every_code_of_the_records_has_a_word(group: str, codes: Iterable[str]) -> None:
    assert {f"{group}.{code}" for code in codes} <= load_texts().keys


def test_every_type_of_organisation_has_a_word() -> None:
    files = [*EXTRACT.glob("entities/organisations/*.toml"), EXTRACT / "lexicon" / "organisations.toml"]
    codes = {code for path in files for code in re.findall(r'\btype = "(\w+)"', path.read_text("utf-8"))}
    assert len(codes) > 10
    assert {f"organisation_type.{code}" for code in codes} <= load_texts().keys


def test_every_problem_has_its_words() -> None:
    def below(kind: type[ApiError]) -> set[type[ApiError]]:
        return {kind}.union(*(below(one) for one in kind.__subclasses__()))

    codes = {kind.code for kind in below(ApiError)} - {ApiError.code}
    assert {f"problem.{code}{part}" for code in codes for part in ("", "_text")} <= load_texts().keys
