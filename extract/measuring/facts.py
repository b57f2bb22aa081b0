"""One statement of a document, as it is counted, and the rules by which two of them are equal.

A kind of fact is a row of `extract.measuring.kinds.KINDS`; what it declares is read here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from extract.measuring.form import FormError, Row, line_numbers, normalise

MOST_REPEATED = 999  # a `count` above is a slip of the pen, and would fill the memory


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement, in normal form."""

    key: tuple[str, ...]  # what must be equal
    lines: tuple[int, ...] = ()  # the first is the line of the fact, the others belong to it
    surface: str = ""  # as printed
    wordings: tuple[str, ...] = ()  # compared by likeness; of several the best counts
    where_stated: tuple[str, ...] = ()  # must be equal where the gold states it
    optional: bool = False  # no error if it is left out
    rule: str = field(default="", compare=False)  # what read it, where the annotation says so

    @property
    def line(self) -> int | None:
        """Where the fact stands, if the annotation says so."""
        return self.lines[0] if self.lines else None

    def __str__(self) -> str:
        parts = (*self.key, *self.where_stated, self.surface, *self.wordings)
        return " | ".join(dict.fromkeys(part for part in parts if part))


class Scope(Enum):
    """Within what two equal statements are one and the same fact."""

    ITEM = "the same point: its number belongs to the key"
    LINE = "the same line, give or take the tolerance"
    DOCUMENT = "the whole document"


Reader = Callable[[Row], Iterator[Fact]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact: where its statements stand in an annotation, and what makes two of them equal."""

    name: str
    table: str | Reader = ""  # of the points, "a/b" is b in the rows of a; none: the points; or what reads the facts
    key: tuple[str, ...] = ()  # paths, see `form`
    scope: Scope = Scope.ITEM
    text: tuple[str, ...] = ()  # fields whose wordings are compared; one of them must be alike
    alike: float = 1.0  # the least likeness, 0..1
    line: tuple[str, ...] = ("line",)  # fields that hold its lines
    lines: str = ""  # the table is a list of texts, and this the parallel list of their lines
    rules: str = ""  # where a row does not name its rule: the parallel list, or the path to the field, that does
    normal: Callable[[object], str] = normalise  # of the key
    once: bool = False  # repeated, it counts once; else as often as it stands

    def read(self, document: Row) -> list[Fact]:
        """The facts of this kind, those that are required first."""
        facts = list(self._read_table(document) if isinstance(self.table, str) else self.table(document))
        facts.sort(key=lambda fact: fact.optional)
        return self._counted_once(facts) if self.once else facts

    def _read_table(self, document: Row) -> Iterator[Fact]:
        for item in document.rows("items"):
            number = (normalise(item.at("number")),) if self.scope is Scope.ITEM else ()
            for row in item.rows(str(self.table), self.lines, self.rules) if self.table else (item,):
                yield from self._read_row(row, number)

    def _read_row(self, row: Row, number: tuple[str, ...]) -> Iterator[Fact]:
        key = tuple(self.normal(row.at(path)) for path in self.key)
        wordings = tuple(text for field in self.text if (text := normalise(row.at(field))))
        if not (wordings if self.text else self.table or any(key)):
            return  # a point without a proposer, a vote without a motion: nothing is stated
        surface = normalise(row.values.get("surface", row.values.get("name")))
        lines = line_numbers(*(row.at(path) for path in self.line))
        rule = str(row.at("rule") or (self.rules and row.at(self.rules)) or "")
        fact = Fact(number + key, lines, surface, wordings, optional=row.at("optional") is True, rule=rule)
        yield from (fact,) * min(_count(row), MOST_REPEATED)

    def _counted_once(self, facts: Sequence[Fact]) -> list[Fact]:
        """Of repeated facts the first, in the place of the last, so that required goes before optional."""
        kept: dict[object, Fact] = {}
        for fact in facts:
            identity = (fact.key, fact.lines[:1] if self.scope is Scope.LINE else ())
            kept[identity] = kept.pop(identity, fact)
        return list(kept.values())


def _count(row: Row) -> int:
    count = row.at("count") or 1
    try:
        return int(count)
    except (ArithmeticError, TypeError, ValueError):
        raise FormError("a number in `count`", count) from None
