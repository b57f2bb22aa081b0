"""The JSON of an annotation, which people and programs write by hand: read with suspicion, compared in a normal form.

Paths name what is read: in `votes/for` each step is a table in the rows of the one before; in `by/person` a field of
an object; `..` is the row above, `#` the place of a row in its table, counted from 0.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_QUOTES = {'"': "“”„‟«»″", "'": "‘’‚‛`´", "-": "–—‒―−‐‑"}
_TYPOGRAPHY = str.maketrans({variant: plain for plain, variants in _QUOTES.items() for variant in variants})
_JOINT = re.compile(r"(?<=\w)s?-? og ")  # "Børne- og", "Arbejds og": the joint of a Danish double name


class FormError(ValueError):
    """Something that does not have the form of the annotation; of the kind of fact at hand nothing is read then."""

    def __init__(self, expected: str, value: object) -> None:
        super().__init__(f"expected {expected}, not {json.dumps(value, default=repr)[:60]}")


def normalise(value: object) -> str:
    """The form in which texts and numbers are compared: spelling counts, typography does not. Nothing gives ''.

    A list is normalised to its parts in alphabetical order: it is compared as a set is.
    """
    if isinstance(value, list):
        return ", ".join(sorted(normalise(part) for part in value))
    if value is None:
        return ""
    if not isinstance(value, str | int | float):
        raise FormError("a text or a number", value)
    text = unicodedata.normalize("NFC", str(value)).translate(_TYPOGRAPHY)
    return _JOINT.sub(" og ", " ".join(text.split()).rstrip(". ").lower())


def normalise_name(value: object) -> str:
    """As `normalise`, and without the quotes around a name and its genitive ending (s, 's)."""
    return normalise(value).strip("'\" ").removesuffix("s").removesuffix("'")


def normalise_amount(value: Any) -> str:
    """Kroner and øre, so that 25, 25.0 and "25.00" are one amount."""
    if value is None:
        return ""
    try:
        return f"{float(value):.2f}"
    except (ArithmeticError, TypeError, ValueError):
        raise FormError("an amount", value) from None


def normalise_number(value: object) -> str:
    """The number of a bill without blanks: "L 13" is "L13"."""
    return normalise(value).replace(" ", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One object of an annotation, with the row that it stands in and its place there."""

    values: Mapping[str, Any]
    above: Row | None = None
    place: int = 0

    def at(self, path: str) -> Any:
        """The value of a field; None where it, or an object on the way to it, is not there."""
        if path == "#":
            return self.place
        name, _, rest = path.partition("/")
        if name == "..":
            return self.above.at(rest) if self.above else None
        value = self.values.get(name)
        if not rest or value is None:
            return value
        if not isinstance(value, Mapping):
            raise FormError(f"an object in `{name}`", value)
        return Row(value, self).at(rest)

    def rows(self, path: str, lines: str = "", rules: str = "") -> Iterator[Row]:
        """The rows of a table. One object stands for a table of one.

        With `lines`, the table is a list of texts: each gives a row of `text`, `line` and `rule`, which come from the
        parallel lists of those names.
        """
        name, _, rest = path.partition("/")
        for place, value in enumerate(self._table(name)):
            if lines and not rest:
                value = {
                    "text": value,
                    "line": part_of(self.values.get(lines), place),
                    "rule": self._rule(rules, place),
                }
            if not isinstance(value, Mapping):
                raise FormError(f"objects in `{name}`", value)
            row = Row(value, self, place)
            yield from row.rows(rest, lines, rules) if rest else (row,)

    def _rule(self, rules: str, place: int) -> str:
        """The rule in a parallel list of rules, or of objects that name theirs; what is malformed names none."""
        listed = self.values.get(rules)
        one = listed[place] if isinstance(listed, list) and place < len(listed) else ""
        return str((one.get("rule") if isinstance(one, Mapping) else one) or "")

    def _table(self, name: str) -> list[Any]:
        table = self.values.get(name) or []
        if isinstance(table, Mapping):
            return [table]
        if not isinstance(table, list):
            raise FormError(f"a list in `{name}`", table)
        return table


def part_of(values: Any, place: int) -> list[Any]:
    """What a parallel list says of one place: a list of one, or of none where it is too short."""
    if not values:
        return []
    if not isinstance(values, list | str):
        raise FormError("a list", values)
    return list(values[place : place + 1])


def parts_of(values: Any) -> Iterator[Any]:
    """The parts of a list; nothing has none."""
    try:
        yield from values or ()
    except TypeError:
        raise FormError("a list", values) from None


def line_numbers(*values: Any) -> tuple[int, ...]:
    """The line numbers among the values, in lists and in objects with a `line`; anything else is no line."""
    numbers: list[int] = []
    for value in values:
        for part in value if isinstance(value, list) else (value,):
            number = part.get("line") if isinstance(part, Mapping) else part
            if isinstance(number, int):
                numbers.append(number)
    return tuple(numbers)
