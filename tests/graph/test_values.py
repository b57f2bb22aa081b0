import math
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ValueRefused
from graph.values import DEPTH, encode


class Colour(StrEnum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        (None, None),
        (Colour.RED, "red"),
        ((1, 2), [1, 2]),
        ([{"a": 1}, {"b": None}], [{"a": 1}, {"b": None}]),
        ([["a"], ["b"]], [["a"], ["b"]]),
        (datetime(2024, 6, 1, 16, tzinfo=UTC), "2024-06-01T16:00:00+00:00"),
        (datetime(2024, 6, 1, 18, tzinfo=timezone(timedelta(hours=2))), "2024-06-01T18:00:00+02:00"),
        (datetime(2024, 6, 1, 18, tzinfo=ZoneInfo("Europe/Copenhagen")), "2024-06-01T18:00:00+02:00"),
        ({"rows": [{"props": {"names": ["a", "b"], "at": date(2024, 1, 1)}}]},) * 2,
    ],
)
def test_encodes(value: object, encoded: object) -> None:
    assert encode(value) == encoded


def test_an_enum_becomes_exactly_its_text() -> None:
    assert type(encode(Colour.RED)) is str


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ({"at": datetime(2024, 1, 1)}, "$.at"),
        ({"rows": [{"n": 1}, {"n": [1, None]}]}, "$.rows[1].n"),
        ([1, "a"], "$"),
        ([1, 1.5], "$"),
        ([True, 1], "$"),
        ({"props": {"map": {}}}, "$.props.map"),
        ({"rows": [{"props": {"lists": [["a"]]}}]}, "$.rows[0].props.lists"),
        ({1: "a"}, "$"),
        (2**63, "$"),
        (math.nan, "$"),
        (math.inf, "$"),
        ("\ud800", "$"),
        ({"a", "b"}, "$"),
        (b"bytes", "$"),
        (timedelta(1), "$"),
    ],
)
def test_refuses_and_says_where(value: object, where: str) -> None:
    with pytest.raises(ValueRefused) as raised:
        encode(value)
    assert f"'{where}'" in raised.value.message


@pytest.mark.parametrize("wrap", [lambda inner: [inner], lambda inner: {"a": inner}])
def test_so_much_may_stand_within_each_other_and_no_more(wrap: Callable[[Any], Any]) -> None:
    value: Any = "x"
    for _ in range(DEPTH):
        value = wrap(value)
    assert encode(value) == value
    for _ in range(10_000):
        value = wrap(value)
    with pytest.raises(ValueRefused, match=str(DEPTH)):
        encode(value)


scalars = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(st.characters(exclude_categories=["Cs"]))
)
maps: st.SearchStrategy[Any] = st.recursive(
    st.dictionaries(st.text(max_size=3), scalars, max_size=3),
    lambda inner: st.dictionaries(st.text(max_size=3), inner | st.lists(inner, max_size=3), max_size=3),
    max_leaves=8,
)


@given(maps)
def test_what_is_plain_already_stays_as_it_is(value: dict[str, Any]) -> None:
    assert encode({"value": value}) == {"value": value}
