"""The tokens of a Cypher statement, as far as the guard must tell code from text.

Two servers read the same characters by slightly different rules, and a statement that is text to one and code to the
other would pass a guard that knows only one of them. So whatever they could read differently is refused here:

* ``\\uXXXX``: Neo4j 5 replaces it before it looks for tokens, ArcadeDB afterwards. It may stand only in strings, and
  may not mean a quote, a backslash or a control character;
* line ends other than ``\\n`` and ``\\r\\n``, control and unusual characters, backslashes in backticks, a comment
  within a comment.

A dollar sign within a word belongs to it, as in Neo4j: ``WITH n AS n$ SET …`` holds no parameter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from graph.errors import Refusal, StatementRefused

LONGEST = 20_000
DEEPEST = 40

_CURE = "Type the characters themselves, close every quote and comment, and try again."
_TOKEN = re.compile(
    r"""
      (?P<space>   [\s]+ )
    | (?P<comment> //[^\n]* | /\*.*?\*/ )
    | (?P<string>  '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
    | (?P<quoted>  `(?:[^`]|``)*` )
    | (?P<unclosed> ['"`\\] | /\* )
    | (?P<parameter> \$\w+ )
    | (?P<word>    [^\W\d][\w$]* )
    | (?P<number>  \d\w* )
    | (?P<symbol>  \.\. | . )
    """,
    re.VERBOSE | re.DOTALL,
)
_LINE_BREAKING = ("Cc", "Zl", "Zp")
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    PARAMETER = auto()
    QUOTED = auto()
    STRING = auto()
    NUMBER = auto()
    SYMBOL = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token; ``text`` as typed, ``word`` in capitals (empty unless it is a word without backticks).

    ``start`` is where it begins in the statement with its line ends made ``\n``.
    """

    kind: Kind
    text: str
    word: str
    start: int

    @property
    def name(self) -> str:
        """The name it writes, backticks taken off; empty when it is no name."""
        if self.kind is Kind.QUOTED:
            return self.text[1:-1].replace("``", "`")
        return self.text if self.kind is Kind.WORD else ""


def tokens(statement: str) -> tuple[Token, ...]:
    """The tokens of ``statement`` without spaces and comments; :class:`StatementRefused` when it is ambiguous."""
    if len(statement) > LONGEST:
        raise _unreadable(f"is longer than {LONGEST} characters")
    found = tuple(_tokens(unified(statement)))
    _check_depth(found)
    return found


def unified(statement: str) -> str:
    """The statement with line ends of one kind."""
    return statement.replace("\r\n", "\n")


def _tokens(statement: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(statement):
        text, group = match[0], match.lastgroup
        _check_characters(text, group)
        if group not in ("space", "comment") and group is not None:
            yield Token(Kind[group.upper()], text, _capitals(text) if group == "word" else "", match.start())


def _check_characters(text: str, group: str | None) -> None:
    if group == "unclosed":
        raise _unreadable("holds a backslash outside quotes" if text == "\\" else f"holds {text} without its end")
    if group == "quoted" and "\\" in text:
        raise _unreadable("holds a backslash within backticks")
    if group == "comment" and text.startswith("/*") and "/*" in text[2:]:
        raise _unreadable("holds a comment within a comment")
    for escape in _ESCAPE.finditer(text):
        meant = chr(int(escape[1], 16))
        if group != "string" or meant in "'\"\\" or unicodedata.category(meant) in _LINE_BREAKING:
            raise _unreadable(f"holds the escape {escape[0]}, which could hide a part of it")
    if group not in ("string", "quoted") and not all(_is_usual(character, group) for character in text):
        raise _unreadable("holds a control character, an unusual line end or a symbol that Cypher does not have")


def _is_usual(character: str, group: str | None) -> bool:
    """In code: what can be printed in ASCII, letters, marks, digits and spaces; in a comment: what ends no line."""
    if character in "\t\n":
        return True
    category = unicodedata.category(character)
    if group == "comment":
        return category not in _LINE_BREAKING
    return (character.isascii() and category != "Cc") or category[0] in "LM" or category in ("Nd", "Zs")


def _check_depth(found: tuple[Token, ...]) -> None:
    """A parser calls itself for each bracket and CASE; too many end the stack of an engine in our process."""
    depth = 0
    for token in found:
        if token.kind is Kind.SYMBOL:
            depth += (token.text in "([{") - (token.text in ")]}")
        depth += (token.word == "CASE") - (token.word == "END" and depth > 0)
        if depth > DEEPEST:
            raise _unreadable(f"has more than {DEEPEST} brackets or CASE within each other")


def _capitals(word: str) -> str:
    """The word as a careless parser could read it: long s as S, dotless i as I, wide letters as plain ones."""
    return unicodedata.normalize("NFKC", word).upper()


def _unreadable(what: str) -> StatementRefused:
    return StatementRefused(Refusal.UNREADABLE, f"The statement {what}.", _CURE)
