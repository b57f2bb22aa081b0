"""Expressions of Cypher: how each is written, and what it is worth in a row by the rules of Cypher.

A truth is true, false or unknown (None): what is compared with null is unknown.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from tests.contract.fuzz.harbour import Harbour, Thing

Row: TypeAlias = dict[str, Any]
Truth: TypeAlias = bool | None


class Expression(Protocol):
    """Written by `str`; `of` is its worth in a row."""

    def of(self, row: Row, harbour: Harbour) -> Any: ...


@dataclass(frozen=True, slots=True)
class Constant:
    value: int | str | None

    def __str__(self) -> str:
        return "null" if self.value is None else repr(self.value)

    def of(self, row: Row, harbour: Harbour) -> Any:
        return self.value


@dataclass(frozen=True, slots=True)
class Name:
    name: str

    def __str__(self) -> str:
        return self.name

    def of(self, row: Row, harbour: Harbour) -> Any:
        return row[self.name]


@dataclass(frozen=True, slots=True)
class Property:
    name: str
    key: str

    def __str__(self) -> str:
        return f"{self.name}.{self.key}"

    def of(self, row: Row, harbour: Harbour) -> Any:
        thing = row[self.name]
        return None if thing is None else getattr(thing, self.key)


@dataclass(frozen=True, slots=True)
class Coalesce:
    parts: Sequence[Expression]

    def __str__(self) -> str:
        return f"coalesce({', '.join(map(str, self.parts))})"

    def of(self, row: Row, harbour: Harbour) -> Any:
        return next((value for part in self.parts if (value := part.of(row, harbour)) is not None), None)


@dataclass(frozen=True, slots=True)
class Case:
    when: Expression
    then: Expression
    otherwise: Expression

    def __str__(self) -> str:
        return f"CASE WHEN {self.when} THEN {self.then} ELSE {self.otherwise} END"

    def of(self, row: Row, harbour: Harbour) -> Any:
        return (self.then if self.when.of(row, harbour) is True else self.otherwise).of(row, harbour)


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a pattern, over `low` to `high` relations of a type."""

    type: str
    outward: bool
    label: str
    low: int = 1
    high: int = 1

    def written(self, end: str) -> str:
        """The step and its end, `end` being what stands in the round brackets before the label."""
        length = "" if self.low == self.high == 1 else f"*{self.low}..{self.high}"
        left, right = ("-", "->") if self.outward else ("<-", "-")
        return f"{left}[:{self.type}{length}]{right}({end}:{self.label})"

    def ends(self, start: Thing, used: frozenset[int], harbour: Harbour) -> Iterable[tuple[Thing, frozenset[int]]]:
        """Where the step may end, with all relations used until there; a pattern uses a relation once."""
        reached = [(start, used)]
        for length in range(self.high + 1):
            if length >= self.low:
                yield from ((thing, edges) for thing, edges in reached if thing.label == self.label)
            reached = [
                (way.end, edges | {way.edge})
                for thing, edges in reached
                for way in harbour.ways(thing, self.type, self.outward)
                if way.edge not in edges
            ]


@dataclass(frozen=True, slots=True)
class Count:
    """How many ends a step from a node has."""

    name: str
    hop: Hop

    def __str__(self) -> str:
        return f"COUNT {{ MATCH ({self.name}){self.hop.written('')} }}"

    def of(self, row: Row, harbour: Harbour) -> int:
        start = row[self.name]
        return 0 if start is None else sum(1 for _ in self.hop.ends(start, frozenset(), harbour))


@dataclass(frozen=True, slots=True)
class Exists:
    """Whether a step from a node has an end whose size is this."""

    name: str
    hop: Hop
    size: Expression | None

    def __str__(self) -> str:
        where = "" if self.size is None else f" WHERE there.size = {self.size}"
        return f"EXISTS {{ MATCH ({self.name}){self.hop.written('there')}{where} }}"

    def of(self, row: Row, harbour: Harbour) -> bool:
        start = row[self.name]
        if start is None:
            return False
        wanted = None if self.size is None else self.size.of(row, harbour)
        ends = [end for end, _ in self.hop.ends(start, frozenset(), harbour)]
        return any(self.size is None or (wanted is not None and end.size == wanted) for end in ends)


COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">=": operator.ge,
}


@dataclass(frozen=True, slots=True)
class Compare:
    left: Expression
    sign: str
    right: Expression

    def __str__(self) -> str:
        return f"{self.left} {self.sign} {self.right}"

    def of(self, row: Row, harbour: Harbour) -> Truth:
        left, right = self.left.of(row, harbour), self.right.of(row, harbour)
        return None if left is None or right is None else COMPARISONS[self.sign](left, right)


@dataclass(frozen=True, slots=True)
class In:
    left: Expression
    values: Sequence[Expression]

    def __str__(self) -> str:
        return f"{self.left} IN [{', '.join(map(str, self.values))}]"

    def of(self, row: Row, harbour: Harbour) -> Truth:
        left = self.left.of(row, harbour)
        return some(None if None in (left, value) else left == value for value in self._worth(row, harbour))

    def _worth(self, row: Row, harbour: Harbour) -> list[Any]:
        return [value.of(row, harbour) for value in self.values]


@dataclass(frozen=True, slots=True)
class Quantified:
    """`any` or `all` of a list is smaller than, equal to … an expression."""

    word: str
    values: Sequence[Expression]
    sign: str
    right: Expression

    def __str__(self) -> str:
        return f"{self.word}(one IN [{', '.join(map(str, self.values))}] WHERE one {self.sign} {self.right})"

    def of(self, row: Row, harbour: Harbour) -> Truth:
        truths = [Compare(value, self.sign, self.right).of(row, harbour) for value in self.values]
        return some(truths) if self.word == "any" else every(truths)


@dataclass(frozen=True, slots=True)
class IsNull:
    part: Expression
    negated: bool

    def __str__(self) -> str:
        return f"{self.part} IS {'NOT ' if self.negated else ''}NULL"

    def of(self, row: Row, harbour: Harbour) -> bool:
        return (self.part.of(row, harbour) is None) != self.negated


@dataclass(frozen=True, slots=True)
class Not:
    part: Expression

    def __str__(self) -> str:
        return f"NOT ({self.part})"

    def of(self, row: Row, harbour: Harbour) -> Truth:
        truth = self.part.of(row, harbour)
        return None if truth is None else not truth


@dataclass(frozen=True, slots=True)
class Joined:
    """Several truths by AND or OR."""

    word: str
    parts: Sequence[Expression]

    def __str__(self) -> str:
        return f" {self.word} ".join(f"({part})" for part in self.parts)

    def of(self, row: Row, harbour: Harbour) -> Truth:
        return (every if self.word == "AND" else some)(part.of(row, harbour) for part in self.parts)


def some(truths: Iterable[Truth]) -> Truth:
    """True where one is; else unknown where one is."""
    found = list(truths)
    return True if True in found else None if None in found else False


def every(truths: Iterable[Truth]) -> Truth:
    """False where one is; else unknown where one is."""
    found = list(truths)
    return False if False in found else None if None in found else True
