"""The parameters of a query from texts, as they come from a command line or a form; wrong ones are refused by name."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from cypher import Parameter, ParameterType, Query
from cypher.errors import ParameterInvalid

MOST_ROWS = 10_000
LONGEST = 1000  # characters of a text
_SMALLEST, _LARGEST = -(2**63), 2**63 - 1


def bind(query: Query, given: Mapping[str, str]) -> dict[str, Any]:
    """The value of every parameter: what is given, else its default. Raises :class:`ParameterInvalid`."""
    known = {parameter.name for parameter in query.parameters}
    for name in given:
        if name not in known:
            raise ParameterInvalid(
                name,
                f"The query '{query.name}' has no parameter '{name}'.",
                f"It takes: {', '.join(sorted(known)) or 'none'}.",
            )
    return {parameter.name: _value(query, parameter, given) for parameter in query.parameters}


def default_of(parameter: Parameter) -> Any:
    """The value of a parameter that is left out; None where it must be given."""
    return None if parameter.default is None else _TYPES[parameter.type](parameter.default)


def least_and_most(parameter: Parameter) -> tuple[int, int]:
    """Between what a whole number must lie; a limit is at least one row and at most :data:`MOST_ROWS`."""
    return (1, MOST_ROWS) if parameter.name == "limit" else (_SMALLEST, _LARGEST)


def _value(query: Query, parameter: Parameter, given: Mapping[str, str]) -> Any:
    text = given.get(parameter.name, parameter.default)
    if text is None:
        raise ParameterInvalid(
            parameter.name,
            f"The query '{query.name}' needs '{parameter.name}' ({parameter.text or parameter.type}).",
            f"Give it as {parameter.name}=…",
        )
    try:
        value = _TYPES[parameter.type](text)
    except (ValueError, RecursionError) as error:
        raise ParameterInvalid(
            parameter.name, f"'{text[:80]}' is no {parameter.type} for '{parameter.name}'.", "Give another value."
        ) from error
    if parameter.type is ParameterType.INTEGER:
        least, most = least_and_most(parameter)
        if not least <= value <= most:
            raise ParameterInvalid(
                parameter.name, f"{text[:80]} for '{parameter.name}' lies outside {least} to {most}.", "Give another."
            )
    return value


def _text(text: str) -> str:
    text.encode()  # a lone surrogate is no text that a store can keep
    if len(text) > LONGEST or "\0" in text:
        raise ValueError(text)
    return text


def _number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def _whole(text: str) -> int:
    if len(text) > 25:  # longer ones take a time that grows with the square of their length
        raise ValueError(text)
    return int(text)


def _truth(text: str) -> bool:
    if text.casefold() not in ("true", "false"):
        raise ValueError(text)
    return text.casefold() == "true"


_TYPES: Mapping[ParameterType, Callable[[str], Any]] = {
    ParameterType.STRING: _text,
    ParameterType.INTEGER: _whole,
    ParameterType.FLOAT: _number,
    ParameterType.BOOLEAN: _truth,
    ParameterType.DATE: date.fromisoformat,
    ParameterType.DATETIME: _text,
    ParameterType.LIST: json.loads,
    ParameterType.MAP: json.loads,
    ParameterType.ROWS: json.loads,
}
