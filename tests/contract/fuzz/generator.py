"""Random read queries that mean something: every name is known where it is used, and few find nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from tests.contract.fuzz import clauses as c
from tests.contract.fuzz import expressions as e
from tests.contract.fuzz.harbour import COUNTS, NAMES, ROUTES, Harbour

LONGEST = 2_000  # rows; a clause that would make more is not taken
EMPTY_KEPT = 0.1  # how many of the queries that find nothing are kept


@dataclass(frozen=True, slots=True)
class RandomQuery:
    """A query, and the rows it must answer; `ordered` where their order belongs to the answer."""

    text: str
    rows: Sequence[e.Row]
    ordered: bool


def queries(seed: int, harbour: Harbour) -> Iterator[RandomQuery]:
    """Queries without end; the same seed gives the same."""
    random = Random(seed)
    while True:
        query = _Writing(random, harbour).query()
        if query.rows or random.random() < EMPTY_KEPT:
            yield query


@dataclass
class _Writing:
    """A query on its way: what is written, the rows so far, and the names known there."""

    random: Random
    harbour: Harbour
    written: list[c.Clause] = field(default_factory=list)
    rows: list[e.Row] = field(default_factory=lambda: [{}])
    nodes: dict[str, str] = field(default_factory=dict)  # name: label
    numbers: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    count: int = 0

    def query(self) -> RandomQuery:
        self._match_new()
        makers = (self._match_new, self._match_known, self._match_known, self._unwind, self._call, self._with)
        for _ in range(self.random.randrange(1, 6)):
            self.random.choice(makers)()
        last = self._return()
        return RandomQuery("\n".join(map(str, self.written)), self.rows, last.page is not None)

    def _take(self, clause: c.Clause, *, nodes: dict[str, str] | None = None, numbers: Sequence[str] = ()) -> bool:
        rows = clause.of(self.rows, self.harbour)
        if len(rows) > LONGEST:
            return False
        self.written.append(clause)
        self.rows = rows
        self.nodes |= nodes or {}
        self.numbers += numbers
        return True

    def _name(self, letter: str) -> str:
        self.count += 1
        return f"{letter}{self.count}"

    # clauses

    def _match_new(self) -> None:
        label, start = self.random.choice(list(COUNTS)), self._name("n")
        self._match(start, label, {start: label})

    def _match_known(self) -> None:
        if self.nodes:
            start = self.random.choice(list(self.nodes))
            self._match(start, None, {})

    def _match(self, start: str, new: str | None, nodes: dict[str, str]) -> None:
        optional = bool(self.written) and self.random.random() < 0.35
        label, steps = new or self.nodes[start], []
        for _ in range(self.random.choice([0, 1, 1, 2]) if new else self.random.choice([1, 1, 2])):
            size = self._plain() if self.random.random() < 0.2 else None
            step = c.Step(self._hop(label), self._name("n"), size)
            steps.append(step)
            label = nodes[step.name] = step.hop.label
        before = dict(self.nodes)
        self.nodes |= nodes  # what the pattern names may stand in its WHERE
        where = self._of_pattern() if self.random.random() < 0.4 else None
        self.nodes = before
        self._take(c.Match(optional, start, new, steps, where), nodes=nodes)

    def _hop(self, label: str) -> e.Hop:
        outward = [(type_, end, True) for type_, start, end, _ in ROUTES if start == label]
        inward = [(type_, start, False) for type_, start, end, _ in ROUTES if end == label]
        type_, end, way = self.random.choice(outward + inward)
        low, high = self.random.choice([(1, 1)] * 4 + [(0, 1), (1, 2), (1, 3), (2, 3)])
        return e.Hop(type_, way, label if low == 0 else end, low, high)

    def _unwind(self) -> None:
        name = self._name("k")
        values = [self._plain() for _ in range(self.random.randrange(1, 4))]
        self._take(c.Unwind(values, name), numbers=[name])

    def _call(self) -> None:
        if not self.nodes:
            return
        start, name = self.random.choice(list(self.nodes)), self._name("k")
        one, other = (c.Branch(start, self._hop(self.nodes[start])) for _ in "ab")
        made = (c.CallCount(one, name), c.CallFirst(one, name), c.CallUnion(one, other, self._coin(), name))
        self._take(self.random.choice(made), numbers=[name])

    def _with(self) -> None:
        known = [*self.nodes, *self.numbers, *self.words]
        kept = [name for name in known if self.random.random() < 0.75] or known[:1]
        columns: list[c.Column] = [c.Column(e.Name(name), name) for name in kept]
        name = self._name("k")
        choice = self.random.random()
        if choice < 0.35:
            columns.append(c.Column(self._aggregate(), name))
        elif choice < 0.6:
            columns.append(c.Column(self._number(), name))
        added = [name] if len(columns) > len(kept) else []
        self._narrow(columns, kept, added)

    def _narrow(self, columns: list[c.Column], kept: list[str], added: list[str]) -> None:
        before = self.nodes, self.numbers, self.words
        self.nodes = {name: label for name, label in self.nodes.items() if name in kept}
        self.numbers = [name for name in self.numbers if name in kept] + added
        self.words = [name for name in self.words if name in kept]
        where = self._truth() if self.random.random() < 0.4 else None
        if not self._take(c.Project("WITH", columns, not added and self._coin(), where)):
            self.nodes, self.numbers, self.words = before

    def _return(self) -> c.Project:
        columns = [c.Column(e.Property(name, "id"), self._name("c")) for name in self.nodes]
        columns += [c.Column(e.Name(name), self._name("c")) for name in (*self.numbers, *self.words)]
        if self.random.random() < 0.4:
            columns = [column for column in columns if self._coin()]
            columns += [c.Column(self._aggregate(), self._name("c")) for _ in range(self.random.randrange(1, 4))]
        page = c.Page(self.random.randrange(3), self.random.randrange(1, 8)) if self._coin() else None
        last = c.Project("RETURN", columns, self.random.random() < 0.3, None, page)
        self._take(last)
        return last

    # expressions

    def _coin(self) -> bool:
        return self.random.random() < 0.5

    def _aggregate(self) -> c.Aggregate:
        return c.Aggregate(self.random.choice(list(c.AGGREGATES)), self._plain())

    def _plain(self, depth: int = 0) -> e.Expression:
        """A whole number or null, from what may stand anywhere."""
        makers: list[Callable[[], e.Expression]] = [lambda: e.Constant(self.random.randrange(6))]
        if self.numbers:
            makers += [lambda: e.Name(self.random.choice(self.numbers))] * 2
        if self.nodes:
            makers += [lambda: e.Property(self._node(), "size")] * 4
        if depth < 2:
            makers.append(lambda: e.Coalesce((self._plain(depth + 1), e.Constant(self.random.randrange(3)))))
        return self.random.choice(makers)()

    def _number(self) -> e.Expression:
        """A whole number or null, as a column. `test_wrong_shapes.py` says why CASE and COUNT stand nowhere else."""
        makers: list[Callable[[], e.Expression]] = [self._plain, self._plain, self._plain]
        makers.append(lambda: e.Case(self._truth(1), self._plain(), self._plain()))
        if self.nodes:
            makers.append(self._counted)
        return self.random.choice(makers)()

    def _node(self) -> str:
        return self.random.choice(list(self.nodes))

    def _counted(self) -> e.Expression:
        name = self._node()
        return e.Count(name, self._hop(self.nodes[name]))

    def _of_pattern(self) -> e.Expression:
        """What may stand in the WHERE of a MATCH: `test_wrong_shapes.py` says why subqueries stand alone there."""
        return self._exists() if self.random.random() < 0.3 else self._simple(0)

    def _simple(self, depth: int) -> e.Expression:
        """A truth without a subquery, a list or a CASE."""
        makers = [lambda: self._compare(1), lambda: self._compare(1), self._is_in, self._is_null, self._named]
        return self.random.choice(makers)() if depth == 2 else self._joined(self._simple, depth, makers)

    def _truth(self, depth: int = 0) -> e.Expression:
        """Any truth."""
        makers = [lambda: self._compare(depth), self._is_in, self._is_null, self._quantified]
        if self.nodes:
            makers += [self._exists, self._exists, self._named]
        return self.random.choice(makers)() if depth == 2 else self._joined(self._truth, depth, makers)

    def _joined(
        self, truth: Callable[[int], e.Expression], depth: int, makers: Sequence[Callable[[], e.Expression]]
    ) -> e.Expression:
        """One of these, or truths of the next depth joined."""
        choice = self.random.random()
        if choice < 0.15:
            return e.Not(truth(depth + 1))
        if choice < 0.3:
            return e.Joined(self.random.choice(["AND", "OR"]), [truth(depth + 1) for _ in "ab"])
        return self.random.choice(makers)()

    def _sign(self) -> str:
        return self.random.choice(list(e.COMPARISONS))

    def _compare(self, depth: int) -> e.Expression:
        left = self._counted() if depth == 0 and self.nodes and self.random.random() < 0.2 else self._plain()
        return e.Compare(left, self._sign(), self._plain())

    def _named(self) -> e.Expression:
        return e.Compare(e.Property(self._node(), "name"), self._sign(), e.Constant(self.random.choice(NAMES)))

    def _is_in(self) -> e.Expression:
        return e.In(self._plain(), [self._plain() for _ in range(self.random.randrange(3))])

    def _is_null(self) -> e.Expression:
        return e.IsNull(self._plain(), self._coin())

    def _quantified(self) -> e.Expression:
        values = [self._plain() for _ in range(self.random.randrange(3))]
        return e.Quantified(self.random.choice(["any", "all"]), values, self._sign(), self._plain())

    def _exists(self) -> e.Expression:
        name = self._node()
        size = self._plain() if self._coin() else None
        found = e.Exists(name, self._hop(self.nodes[name]), size)
        return found if self._coin() else e.Not(found)
