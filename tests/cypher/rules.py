"""What a statement must keep out of so that both servers answer it, and answer it alike.

Each rule gives what breaks it. The reasons are ArcadeDB's and Neo4j's differences; `tests/contract/fuzz` and
`test_wrong_shapes.py` there hold the measurements.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.tokens import Kind, Token, tokens

CLAUSES = {
    "CALL", "CREATE", "DELETE", "DETACH", "FOREACH", "LIMIT", "MATCH", "MERGE", "OPTIONAL", "ORDER", "REMOVE", "RETURN",
    "SET", "SKIP", "UNION", "UNWIND", "WITH",
}  # fmt: skip
OPEN, CLOSE = ("(", "[", "{"), (")", "]", "}")
SUBQUERIES = ("EXISTS", "COUNT", "COLLECT")
QUANTIFIERS = ("ANY", "ALL", "NONE", "SINGLE", "REDUCE")


def unwound_without_with(statement: str) -> list[str]:
    """Each ``UNWIND .. AS name`` is followed by ``WITH *``: ArcadeDB filters before it unwinds, and finds nothing."""
    found = tokens(statement)
    broken = []
    for position, token in enumerate(found):
        if token.word == "UNWIND":
            end = next(place for place in range(position, len(found)) if found[place].word == "AS") + 2
            if [one.text.upper() for one in found[end : end + 2]] != ["WITH", "*"]:
                broken.append(found[end - 1].text)
    return broken


def of_one_server(statement: str) -> list[str]:
    """What only one server has, or what the two read differently."""
    found = tokens(statement)
    words = [token.word for token in found if token.word in {"SHORTEST", "NEXT", "PROFILE", "EXPLAIN"}]
    pairs = [(one.word, other.text) for one, other in pairwise(found)]
    words += [f"{word}(" for word, text in pairs if text == "(" and word in {"ID", "ELEMENTID", "TOSTRINGORNULL"}]
    words += [name for name in _procedures(found) if name not in {"db.index.fulltext.queryNodes"}]
    words += ["(?i)" for token in found if token.kind is Kind.STRING and "(?i)" in token.text]
    return words


def _procedures(found: Sequence[Token]) -> Iterator[str]:
    for position, token in enumerate(found):
        if token.word == "CALL" and found[position + 1].text not in ("(", "{"):
            names = (one.text for one in found[position + 1 :])
            name = "".join(_until_bracket(names))
            yield name


def _until_bracket(texts: Iterator[str]) -> Iterator[str]:
    for text in texts:
        if text == "(":
            return
        yield text


def deprecated(statement: str) -> list[str]:
    """``CALL { WITH x`` is on its way out of Neo4j: ``CALL (x) {`` is the form of both."""
    found = tokens(statement)
    return [f"CALL {two.text}" for one, two in pairwise(found) if one.word == "CALL" and two.text == "{"]


def evaluated_too_early(statement: str) -> list[str]:
    """In the WHERE of a MATCH no condition names a node beside a subquery, a CASE or a list that names another.

    ArcadeDB tests such a condition when it has found the node outside, knowing nothing of the other, and loses rows in
    silence. ``WITH *`` between MATCH and WHERE makes it right.
    """
    found = tokens(statement)
    return [
        " ".join(token.text for token in part)
        for pattern, where in _wheres_of_matches(found)
        for part in _conjuncts(where)
        if _mixed(part, _names(pattern))
    ]


def _wheres_of_matches(found: Sequence[Token]) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """Each MATCH that has a WHERE: its pattern, and the WHERE up to the next clause or the closing bracket."""
    for position, token in enumerate(found):
        if token.word == "MATCH":
            where = _at_own_level(found, position + 1, {"WHERE"} | CLAUSES)
            if where is not None and found[where].word == "WHERE":
                yield found[position:where], found[where + 1 : _at_own_level(found, where + 1, CLAUSES)]


def _at_own_level(found: Sequence[Token], start: int, words: set[str]) -> int | None:
    """The first of these words outside of brackets, or the bracket that closes what opened before `start`."""
    depth = 0
    for place in range(start, len(found)):
        token = found[place]
        depth += (token.text in OPEN) - (token.text in CLOSE)
        if depth < 0 or (depth == 0 and token.word in words and found[place - 1].text != "."):
            return place
    return None


def _names(pattern: Sequence[Token]) -> set[str]:
    return {two.text for one, two in pairwise(pattern) if one.text == "(" and two.kind is Kind.WORD}


def _conjuncts(where: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The parts that AND joins, outside of brackets and CASE."""
    depth, start = 0, 0
    for place, token in enumerate(where):
        depth += (token.text in OPEN) - (token.text in CLOSE) + (token.word == "CASE") - (token.word == "END")
        if depth == 0 and token.word == "AND":
            yield where[start:place]
            start = place + 1
    yield where[start:]


def _mixed(condition: Sequence[Token], bound: set[str]) -> bool:
    """Whether it names something in the open, and a node of its MATCH only within a subquery, CASE or list."""
    outside, inside = set(), set()
    hidden: list[int] = []  # the depths at which something opened that hides its names
    depth = 0
    for place, token in enumerate(condition):
        if token.text in OPEN or token.word == "CASE":
            before = condition[place - 1].word if place else ""
            if token.word == "CASE" or (token.text == "{" and before in SUBQUERIES) or before in QUANTIFIERS:
                hidden.append(depth)
            depth += 1
        elif token.text in CLOSE or token.word == "END":
            depth -= 1
            if hidden and hidden[-1] == depth:
                hidden.pop()
        elif token.kind is Kind.WORD and _names_a_node(condition, place):
            (inside if hidden else outside).add(token.text)
    return bool(outside and (inside & bound) - outside)


def _names_a_node(condition: Sequence[Token], place: int) -> bool:
    """``name.`` anywhere, ``(name)`` where a pattern of a subquery begins."""
    after = condition[place + 1].text if place + 1 < len(condition) else ""
    before = condition[place - 1].text if place else ""
    return (after == "." and before != ".") or (before == "(" and after in (")", ":"))


def runs_without_a_transaction(source: str) -> list[str]:
    """Python that runs a statement on a session: on ArcadeDB a failure leaves half of it, and it is slow."""
    return [
        ast.unparse(call)
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "run"
        if "session" in ast.unparse(call.func.value)
    ]


def keeps_element_ids(source: str) -> list[str]:
    """Python that looks at the store's own ids, which ArcadeDB changes with a node's label."""
    return [
        ast.unparse(part)
        for part in ast.walk(ast.parse(source))
        if isinstance(part, ast.Attribute) and part.attr in ("element_id", "id_")
    ]
