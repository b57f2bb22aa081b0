"""The real minutes and the gold that comes with them: measured, where they are present."""

from __future__ import annotations

import json

import pytest

from extract.evidence import value_of
from extract.grammar import parse
from extract.measuring.annotate import annotate
from extract.reading import read
from extract.records import DocumentKind
from tests.shared import SHARED, needs_shared

GOLD = ("000", "002", "003")


@needs_shared
@pytest.mark.parametrize("number", GOLD)
def test_points_and_their_sections_are_those_of_the_gold(number: str) -> None:
    gold = json.loads((SHARED / "gold" / f"{number}.json").read_bytes())
    (path,) = (SHARED / "minutes/haderslev").glob(f"{number}_*.txt")
    document = read(path)
    (found,) = annotate(parse(document), document)
    for one, other in zip(gold["items"], found["items"], strict=True):
        assert str(one["number"]) == str(other["number"])
        assert one["sections"] == other["sections"]
        assert [row["outcomes"] for row in one["decisions"]] == [row["outcomes"] for row in other["decisions"]]
        assert len(one["votes"]) == len(other["votes"])


@needs_shared
def test_agenda_json_agrees_with_its_own_fields() -> None:
    for path in sorted((SHARED / "minutes/greve").glob("2022-0[14]*.json")):
        source = json.loads(path.read_bytes())["Dagsordenpunkter"]
        (record,) = parse(read(path))
        assert record.kind is DocumentKind.MINUTES
        assert [item.number for item in record.items] == [point["Number"] for point in source]
        assert [value_of(item.case_number) for item in record.items] == [
            point["SagsNummer"] or None for point in source
        ]
