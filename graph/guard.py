"""Refuses user-typed Cypher that would do more than read.

The servers hold a second line (the embedded engine a user without rights, Neo4j its READ mode and what its planner
makes of the statement, :func:`check_plan`); this one knows what they let through: files and addresses behind
``LOAD CSV``, settings and users behind ``SHOW`` and ``CALL dbms.…``.

A forbidden word is harmless where it cannot begin a clause: in strings, comments and backticks, after a dot
(``n.set``), after a dollar sign (``$set``), as a label (``:Set``) and as a key of a map (``{set: 1}``). As a variable
or an alias it must be put in backticks. The words are data: ``guard.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from graph.errors import Refusal, StatementRefused
from graph.tokens import Kind, Token, tokens, unified

_BACKTICKS = "Only reading is allowed here; a name of your own that looks like this stands in `backticks`."
_PLAIN = "Only reading is allowed here."
_LABEL_JOINTS = ("|", "&", ":")
_LABEL_OPENINGS = ("!", "(", "%")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of ``guard.toml`` in capitals; namespaces, and the keys of procedures, in lower case."""

    beginnings: frozenset[str]
    refused: dict[str, Refusal]
    procedures: dict[str, str]
    function_namespaces: frozenset[str]
    operators: dict[str, Refusal]


@cache
def vocabulary() -> Vocabulary:
    """What is allowed and what is not, from ``guard.toml``; ValueError when the file has other keys than these."""
    words: dict[str, Any] = tomllib.loads((files("graph") / "guard.toml").read_text("utf-8"))
    reasons = {"writing": Refusal.WRITE, "administration": Refusal.ADMINISTRATION, "outside": Refusal.OUTSIDE}
    known = {*reasons, "beginnings", "procedures", "function_namespaces", "operators"}
    if set(words) != known:
        raise ValueError(f"guard.toml: keys missing or unknown: {sorted(set(words) ^ known)}")
    return Vocabulary(
        beginnings=frozenset(words["beginnings"]),
        refused={word: reason for key, reason in reasons.items() for word in words[key]},
        procedures={name.lower(): name for name in words["procedures"]},
        function_namespaces=frozenset(name.lower() for name in words["function_namespaces"]),
        operators={name: Refusal(reason) for name, reason in words["operators"].items()},
    )


def check_read_only(statement: str) -> str:
    """The one statement that ``statement`` is, without a semicolon at its end (which ArcadeDB does not know).

    Raises :class:`StatementRefused` unless it only reads the graph.
    """
    found = tokens(statement)
    ended = found[-1] if found and found[-1].kind is Kind.SYMBOL and found[-1].text == ";" else None
    _check_tokens(_one_statement(found))
    whole = unified(statement)
    return whole if ended is None else whole[: ended.start] + " " + whole[ended.start + 1 :]


def _check_tokens(found: Sequence[Token]) -> None:
    _check_beginning(found)
    labels = _labels(found)
    for position, token in enumerate(found):
        if token.word and position not in labels and not _is_name(found, position):
            _check_word(found, position)
        if token.text == "(" and token.kind is Kind.SYMBOL:
            _check_function(found, position)


def _one_statement(found: tuple[Token, ...]) -> tuple[Token, ...]:
    ends = [position for position, token in enumerate(found) if token.kind is Kind.SYMBOL and token.text == ";"]
    if ends and ends[0] != len(found) - 1:
        raise StatementRefused(Refusal.SEVERAL, "There is more than one statement.", "Run them one at a time.")
    found = found[: ends[0]] if ends else found
    if not found:
        raise StatementRefused(
            Refusal.EMPTY, "The statement is empty.", "Type one, such as: MATCH (n) RETURN n LIMIT 5"
        )
    return found


def _check_beginning(found: Sequence[Token]) -> None:
    words = vocabulary()
    first = found[0]
    if first.word not in words.beginnings:
        reason = words.refused.get(first.word, Refusal.UNREADABLE)
        allowed = ", ".join(sorted(words.beginnings))
        raise StatementRefused(reason, f"The statement begins with '{first.text}'.", f"Begin it with one of {allowed}.")


def _labels(found: Sequence[Token]) -> frozenset[int]:
    """Where labels and relationship types stand: ``:A``, ``:A|B``, ``:A&!B``, ``:(A|B)``."""
    return frozenset(_label_positions(found))


def _label_positions(found: Sequence[Token]) -> Iterator[int]:
    expected = after = False
    for position, token in enumerate(found):
        if token.kind in (Kind.WORD, Kind.QUOTED):
            if expected:
                yield position
            expected, after = False, expected
        elif token.kind is Kind.SYMBOL and (token.text == ":" or (after and token.text in _LABEL_JOINTS)):
            expected, after = True, False
        else:
            expected = expected and token.kind is Kind.SYMBOL and token.text in _LABEL_OPENINGS
            after = False


def _is_name(found: Sequence[Token], position: int) -> bool:
    """Whether the word at ``position`` is a property or the key of a map."""
    before = _symbol(found, position - 1)
    if before == ".":  # `1.SET` may be a number and a clause
        return position < 2 or found[position - 2].kind is not Kind.NUMBER
    return before in ("{", ",") and _symbol(found, position + 1) == ":"


def _symbol(found: Sequence[Token], position: int) -> str:
    if 0 <= position < len(found) and found[position].kind is Kind.SYMBOL:
        return found[position].text
    return ""


def _check_word(found: Sequence[Token], position: int) -> None:
    token = found[position]
    reason = vocabulary().refused.get(token.word)
    if reason is not None:
        raise StatementRefused(reason, f"The statement holds '{token.text}', which does more than read.", _BACKTICKS)
    if token.word == "CALL" and _symbol(found, position + 1) not in ("{", "("):
        _check_procedure(_dotted_name(found, position + 1))


def _dotted_name(found: Sequence[Token], position: int) -> str:
    """The name that begins at ``position``: ``db.labels``, also with backticks around its parts."""
    parts = []
    while position < len(found) and found[position].name:
        parts.append(found[position].name)
        if _symbol(found, position + 1) != ".":
            break
        position += 2
    return ".".join(parts)


def _check_procedure(name: str) -> None:
    words = vocabulary()
    if name.lower() not in words.procedures:
        allowed = ", ".join(words.procedures.values())
        raise StatementRefused(
            Refusal.PROCEDURE, f"The procedure '{name}' is not open to users.", f"Use one of {allowed}."
        )


def _check_function(found: Sequence[Token], bracket: int) -> None:
    """Before ``(`` a name with a dot is a function (or the procedure of a CALL, which is checked there)."""
    if bracket and found[bracket - 1].kind is Kind.QUOTED and "." in found[bracket - 1].name:
        raise _closed_function(found[bracket - 1].name)
    start = bracket - 1
    while start >= 2 and found[start].name and _symbol(found, start - 1) == "." and found[start - 2].name:
        start -= 2
    if start < 0 or start == bracket - 1 or (start > 0 and found[start - 1].word == "CALL"):
        return
    if found[start].name.lower() not in vocabulary().function_namespaces:
        raise _closed_function(_dotted_name(found, start))


def _closed_function(name: str) -> StatementRefused:
    allowed = ", ".join(sorted(vocabulary().function_namespaces))
    cure = f"Use those without a dot, or those that begin with one of {allowed}."
    return StatementRefused(Refusal.PROCEDURE, f"The function '{name}' is not open to users.", cure)


def check_plan(query_type: str | None, plan: Mapping[str, Any] | None) -> None:
    """Raise :class:`StatementRefused` unless Neo4j's planner, too, sees a statement that only reads the graph.

    It knows no comments, cases or escapes any more. ``query_type`` is ``r`` for what only reads; that is also said of
    ``LOAD CSV`` and ``SHOW``, which the operators of the plan tell.
    """
    if query_type != "r" or plan is None:
        raise StatementRefused(Refusal.WRITE, "The server reads the statement as one that does more than read.", _PLAIN)
    for operator, details in _operators(plan):
        name = operator.partition("@")[0]
        if name == "ProcedureCall":
            _check_procedure(details.partition("(")[0].replace("`", "").strip())
        for beginning, reason in vocabulary().operators.items():
            if name.startswith(beginning):
                raise StatementRefused(reason, f"The server reads the statement as one with '{name}'.", _PLAIN)


def _operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    waiting = [plan]
    while waiting:
        step = waiting.pop()
        yield step["operatorType"], str(step.get("args", {}).get("Details") or "")
        waiting.extend(step.get("children", ()))
