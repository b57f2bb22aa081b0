"""Clauses of Cypher: how each is written, and what it makes of the rows before it by the rules of Cypher."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from tests.contract.fuzz.expressions import Expression, Hop, Row
from tests.contract.fuzz.harbour import Harbour, Thing


class Clause(Protocol):
    """Written by `str`; `of` gives the rows after it."""

    def of(self, rows: Sequence[Row], harbour: Harbour) -> list[Row]: ...


def _where(condition: Expression | None) -> str:
    return "" if condition is None else f" WHERE {condition}"


def _keeps(condition: Expression | None, row: Row, harbour: Harbour) -> bool:
    return condition is None or condition.of(row, harbour) is True


@dataclass(frozen=True, slots=True)
class Step:
    """A hop to a node that gets a name, and the size it must have."""

    hop: Hop
    name: str
    size: Expression | None = None

    def __str__(self) -> str:
        written = self.hop.written(self.name)
        return written if self.size is None else written[:-1] + f" {{size: {self.size}}})"


@dataclass(frozen=True, slots=True)
class Match:
    """A path from a node: a known one, or (with a label) any."""

    optional: bool
    start: str
    label: str | None
    steps: Sequence[Step]
    where: Expression | None

    def __str__(self) -> str:
        start = f"({self.start}:{self.label})" if self.label else f"({self.start})"
        return f"{'OPTIONAL ' * self.optional}MATCH {start}{''.join(map(str, self.steps))}{_where(self.where)}"

    def of(self, rows: Sequence[Row], harbour: Harbour) -> list[Row]:
        return [after for row in rows for after in self._after(row, harbour)]

    def _after(self, row: Row, harbour: Harbour) -> list[Row]:
        found = [after for after in self._paths(row, harbour) if _keeps(self.where, after, harbour)]
        names = [step.name for step in self.steps] + [self.start] * bool(self.label)
        return found or ([{**row, **dict.fromkeys(names)}] if self.optional else [])

    def _paths(self, row: Row, harbour: Harbour) -> list[Row]:
        starts = [one for one in harbour.things if one.label == self.label] if self.label else [row[self.start]]
        paths: list[tuple[Row, Thing, frozenset[int]]] = [
            ({**row, self.start: start}, start, frozenset()) for start in starts if start is not None
        ]
        for step in self.steps:
            paths = [
                ({**after, step.name: end}, end, edges)
                for after, thing, used in paths
                for end, edges in step.hop.ends(thing, used, harbour)
                if _fits(step.size, end, row, harbour)
            ]
        return [after for after, _, _ in paths]


def _fits(size: Expression | None, end: Thing, row: Row, harbour: Harbour) -> bool:
    return size is None or (end.size is not None and end.size == size.of(row, harbour))


@dataclass(frozen=True, slots=True)
class Unwind:
    """A row for each value; the ``WITH *`` after it is the project's rule for ArcadeDB."""

    values: Sequence[Expression]
    name: str

    def __str__(self) -> str:
        return f"UNWIND [{', '.join(map(str, self.values))}] AS {self.name}\nWITH *"

    def of(self, rows: Sequence[Row], harbour: Harbour) -> list[Row]:
        return [{**row, self.name: value.of(row, harbour)} for row in rows for value in self.values]


@dataclass(frozen=True, slots=True)
class Branch:
    """A path of one step from a node within a subquery; what it gives is the size of its end."""

    start: str
    hop: Hop

    def sizes(self, row: Row, harbour: Harbour) -> list[int | None]:
        thing = row[self.start]
        return [] if thing is None else [end.size for end, _ in self.hop.ends(thing, frozenset(), harbour)]

    def __str__(self) -> str:
        return f"MATCH ({self.start}){self.hop.written('there')}"


@dataclass(frozen=True, slots=True)
class CallCount:
    """How many ends a step has, counted in a subquery: a row also where there is none."""

    branch: Branch
    name: str

    def __str__(self) -> str:
        return f"CALL ({self.branch.start}) {{ {self.branch} RETURN count(there) AS {self.name} }}"

    def of(self, rows: Sequence[Row], harbour: Harbour) -> list[Row]:
        return [{**row, self.name: len(self.branch.sizes(row, harbour))} for row in rows]


@dataclass(frozen=True, slots=True)
class CallFirst:
    """The smallest end of a step, or null."""

    branch: Branch
    name: str

    def __str__(self) -> str:
        returned = f"RETURN there.size AS {self.name} ORDER BY {self.name} LIMIT 1"
        return f"CALL ({self.branch.start}) {{ OPTIONAL {self.branch} {returned} }}"

    def of(self, rows: Sequence[Row], harbour: Harbour) -> list[Row]:
        found = [(row, [size for size in self.branch.sizes(row, harbour) if size is not None]) for row in rows]
        return [{**row, self.name: min(sizes, default=None)} for row, sizes in found]


@dataclass(frozen=True, slots=True)
class CallUnion:
    """The sizes at the ends of two steps: each once, or (`all`) each as often as it is found."""

    left: Branch
    right: Branch
    all: bool
    name: str

    def __str__(self) -> str:
        one, other = (f"{branch} RETURN there.size AS {self.name}" for branch in (self.left, self.right))
        return f"CALL ({self.left.start}) {{ {one} UNION {'ALL ' * self.all}{other} }}"

    def of(self, rows: Sequence[Row], harbour: Harbour) -> list[Row]:
        after = []
        for row in rows:
            sizes = self.left.sizes(row, harbour) + self.right.sizes(row, harbour)
            after += [{**row, self.name: size} for size in (sizes if self.all else dict.fromkeys(sizes))]
        return after


def _known(values: Iterable[Any]) -> list[Any]:
    return [value for value in values if value is not None]


AGGREGATES: Mapping[str, Callable[[Sequence[Any]], Any]] = {
    "count({})": lambda values: len(_known(values)),
    "count(DISTINCT {})": lambda values: len(set(_known(values))),
    "sum({})": lambda values: sum(_known(values)),
    "min({})": lambda values: min(_known(values), default=None),
    "max({})": lambda values: max(_known(values), default=None),
    "size(collect({}))": lambda values: len(_known(values)),
}


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A column computed from the rows of a group."""

    form: str
    argument: Expression

    def __str__(self) -> str:
        return self.form.format(self.argument)


@dataclass(frozen=True, slots=True)
class Column:
    """What is handed on under a name."""

    worth: Expression | Aggregate
    name: str

    def __str__(self) -> str:
        return f"{self.worth} AS {self.name}" if str(self.worth) != self.name else self.name


@dataclass(frozen=True, slots=True)
class Page:
    """All columns in order, and a part of the rows."""

    skip: int
    limit: int


@dataclass(frozen=True, slots=True)
class Project:
    """WITH or RETURN: other columns, grouped where one is an aggregate."""

    word: str
    columns: Sequence[Column]
    distinct: bool = False
    where: Expression | None = None
    page: Page | None = None

    def __str__(self) -> str:
        text = f"{self.word} {'DISTINCT ' * self.distinct}{', '.join(map(str, self.columns))}"
        if self.page:
            names = ", ".join(column.name for column in self.columns)
            text += f" ORDER BY {names} SKIP {self.page.skip} LIMIT {self.page.limit}"
        return text + _where(self.where)

    def of(self, rows: Sequence[Row], harbour: Harbour) -> list[Row]:
        after = self._grouped(rows, harbour) if self._aggregates() else [self._row(row, harbour) for row in rows]
        if self.distinct:
            after = list({tuple(row.items()): row for row in after}.values())
        if self.page:
            after = sorted(after, key=_ascending)[self.page.skip : self.page.skip + self.page.limit]
        return [row for row in after if _keeps(self.where, row, harbour)]

    def _aggregates(self) -> bool:
        return any(isinstance(column.worth, Aggregate) for column in self.columns)

    def _row(self, row: Row, harbour: Harbour) -> Row:
        worths = ((column.name, column.worth) for column in self.columns)
        return {name: worth.of(row, harbour) for name, worth in worths if not isinstance(worth, Aggregate)}

    def _grouped(self, rows: Sequence[Row], harbour: Harbour) -> list[Row]:
        groups: dict[tuple[Any, ...], list[Row]] = {}
        for row in rows:
            groups.setdefault(tuple(self._row(row, harbour).values()), []).append(row)
        if not groups and all(isinstance(column.worth, Aggregate) for column in self.columns):
            groups[()] = []
        return [self._of_group(keys, group, harbour) for keys, group in groups.items()]

    def _of_group(self, keys: Sequence[Any], group: Sequence[Row], harbour: Harbour) -> Row:
        left = iter(keys)
        return {
            column.name: AGGREGATES[column.worth.form]([column.worth.argument.of(row, harbour) for row in group])
            if isinstance(column.worth, Aggregate)
            else next(left)
            for column in self.columns
        }


def _ascending(row: Row) -> list[tuple[bool, Any]]:
    """Null comes last; letters by their code."""
    return [(value is None, 0 if value is None else value) for value in row.values()]
