"""Values come back as they went in, through a transaction and after a look at them in the store."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from graph.errors import ValueRefused
from graph.store import BoltGraphStore

LONG = "Ærø, Læsø og Åmål § 23, stk. 2 – “ja” 🗳\n" * 25_000  # more than 1 MB as UTF-8
CREATE = "UNWIND $rows AS row WITH * CREATE (n:Note) SET n = row.props"
ALL = "MATCH (n:Note) RETURN properties(n) AS n"


def kept(store: BoltGraphStore, **props: object) -> dict[str, Any]:
    """The properties of a node that was written with these."""
    store.write(CREATE, rows=[{"props": {"id": "x", **props}}])
    [row] = store.read(ALL)
    assert row["n"].pop("id") == "x"
    return dict(row["n"])


@pytest.mark.parametrize(
    "value",
    [
        "Søby, Århus, Æbelø; é ü ß",
        "",
        " \t\n\r\\ ' \" ` $x {y} // /* \u2028 \u00a0 \x7f",
        "e\u0301 is not é",
        "🗳 \U0010ffff",
        "0",
        True,
        False,
        0,
        -1,
        2**53 + 1,
        2**63 - 1,
        -(2**63),
        0.1,
        -0.0,
        1e308,
        5e-324,
        1.0,
        date(1, 1, 1),
        date(2024, 2, 29),
        date(9999, 12, 31),
        ["æ", "ø", "å", ""],
        [2**63 - 1, -(2**63)],
        [0.5, 1.0],
        [True, False],
        [date(2024, 2, 29), date(2025, 1, 1)],
        [],
        [""],
        ["x" * 1000] * 1000,
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_value_of_its_kind(empty: BoltGraphStore, value: object) -> None:
    back = kept(empty, value=value)["value"]
    assert (back, type(back), repr(back)) == (value, type(value), repr(value))


def test_a_long_text(empty: BoltGraphStore) -> None:
    assert len(LONG.encode()) > 1_000_000
    assert kept(empty, text=LONG)["text"] == LONG
    assert empty.read("MATCH (n:Note) RETURN size(n.text) AS n, n.text ENDS WITH '🗳\n' AS ends")[0]["ends"]


def test_null_is_no_property(empty: BoltGraphStore) -> None:
    assert kept(empty, nothing=None, something=1) == {"something": 1}
    empty.write("MATCH (n:Note) SET n += $props", props={"something": None})
    assert empty.read("MATCH (n:Note) RETURN keys(n) AS keys, n.something IS NULL AS gone") == [
        {"keys": ["id"], "gone": True}
    ]


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-9, minutes=-30))])
@pytest.mark.parametrize("microsecond", [0, 123_456])
def test_a_time_keeps_its_offset(empty: BoltGraphStore, zone: timezone, microsecond: int) -> None:
    at = datetime(2024, 6, 1, 18, 30, 1, microsecond, tzinfo=zone)
    empty.write("CREATE (:Note {id: 'x', at: datetime($at)})", at=at)
    [row] = empty.read("MATCH (n:Note) RETURN n.at AS at, n.at.year AS year, toString(date(n.at)) AS day")
    assert (row["at"], row["at"].utcoffset()) == (at, at.utcoffset())
    assert (row["year"], row["day"]) == (2024, "2024-06-01")


@pytest.mark.parametrize(
    "value",
    [
        [1, "a"],
        [1, 1.5],
        [True, 1],
        [1, None],
        [[1]],
        [{"a": 1}],
        {"a": 1},
        2**63,
        float("nan"),
        float("inf"),
        "\udc80",
    ],
    ids=repr,
)
def test_what_a_store_would_keep_otherwise_is_refused(empty: BoltGraphStore, value: object) -> None:
    with pytest.raises(ValueRefused):
        kept(empty, value=value)
    assert empty.read(ALL) == []


def test_order_and_comparison_of_letters_numbers_and_days(empty: BoltGraphStore) -> None:
    names = ["Å", "a", "z", "Z", "æ", "Ø", "aa", "é", ""]
    rows = [
        {"props": {"id": name, "name": name, "size": size, "day": day}}
        for name, size, day in zip(
            names, [0, -1, 2, 2**62, None, 5, 3, 1, 4], [date(2024, 1, 1 + n) for n in range(9)], strict=True
        )
    ]
    empty.write(CREATE, rows=rows)
    assert [row["name"] for row in empty.read("MATCH (n:Note) RETURN n.name AS name ORDER BY name")] == sorted(names)
    sizes = [row["size"] for row in empty.read("MATCH (n:Note) RETURN n.size AS size ORDER BY size")]
    assert sizes == [-1, 0, 1, 2, 3, 4, 5, 2**62, None]
    sizes = [row["size"] for row in empty.read("MATCH (n:Note) RETURN n.size AS size ORDER BY size DESC")]
    assert sizes == [None, 2**62, 5, 4, 3, 2, 1, 0, -1]
    days = empty.read(
        "MATCH (n:Note) WHERE n.day >= $day RETURN max(n.day) AS last, count(*) AS n", day=date(2024, 1, 8)
    )
    assert days == [{"last": date(2024, 1, 9), "n": 2}]
    [lower] = empty.read("MATCH (n:Note {name: 'Ø'}) RETURN toLower(n.name) AS name, toLower('ÆÅÉ') AS more")
    assert lower == {"name": "ø", "more": "æåé"}
