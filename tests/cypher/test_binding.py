from __future__ import annotations

from typing import Any

import pytest

from cypher import parse_query
from cypher.binding import bind, default_of
from cypher.errors import ParameterInvalid

HEAD = "// question: Who?\n// question_da: Hvem?\n// parameters:\n"


def bound(type_: str, text: str, name: str = "x") -> Any:
    return bind(parse_query("explore", "q", f"{HEAD}//   {name}: {type_} — what\n"), {name: text})[name]


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        ("string", "Ærø, 24/3310 ' \" \\", "Ærø, 24/3310 ' \" \\"),
        ("string", "null", "null"),
        ("integer", "-7", -7),
        ("integer", str(2**63 - 1), 2**63 - 1),
        ("float", "1e6", 1_000_000.0),
        ("boolean", "TRUE", True),
        ("boolean", "false", False),
        ("list", '["a", 1]', ["a", 1]),
    ],
)
def test_texts_become_values(type_: str, text: str, value: object) -> None:
    assert bound(type_, text) == value


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("integer", "1.5"),
        ("integer", ""),
        ("integer", str(2**63)),
        ("integer", "9" * 5000),
        ("float", "nan"),
        ("float", "inf"),
        ("float", "x"),
        ("boolean", "yes"),
        ("date", "2024-13-01"),
        ("list", "[" * 100_000),
        ("string", "a\0b"),
        ("string", "\ud800"),
        ("string", "x" * 1001),
    ],
)
def test_what_has_the_wrong_form_is_named(type_: str, text: str) -> None:
    with pytest.raises(ParameterInvalid) as caught:
        bound(type_, text)
    assert caught.value.name == "x"
    assert len(caught.value.message) < 200


@pytest.mark.parametrize("text", ["0", "-1", "10001"])
def test_a_limit_is_at_least_one_row_and_not_too_many(text: str) -> None:
    with pytest.raises(ParameterInvalid, match="limit"):
        bound("integer", text, "limit")


def test_what_is_left_out_has_its_default_and_what_must_be_given_none() -> None:
    query = parse_query(
        "explore", "q", f"{HEAD}//   a: string — must\n//   b: integer = 5 — may\n//   c: string = — may\n"
    )
    assert bind(query, {"a": "x"}) == {"a": "x", "b": 5, "c": ""}
    assert [default_of(one) for one in query.parameters] == [None, 5, ""]
    with pytest.raises(ParameterInvalid, match="needs 'a'"):
        bind(query, {})
