"""Where a fact stands: no fact is made without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

T = TypeVar("T")
QUOTE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in one document, and the rule that read a fact there."""

    document: str  # sha256 of the file, hex
    page: int | None  # 1-based; None where the source has no pages (text, JSON)
    line: int  # 1-based, in Document.lines
    start: int  # offset in Document.text, in characters; the first of the span
    end: int  # offset after the last character of the span
    quote: str  # what is printed there, raw, at most QUOTE_LENGTH characters
    rule: str  # "header.date": the grammar rule or component that found it
    confidence: float  # 0..1; 1.0 is a form that leaves no choice
    pointer: str | None = None  # RFC 6901, for facts from JSON


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value that the document gives, with the place where it does."""

    value: T
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Unknown:
    """The document does not give the value. Not None and not a guess; `reason` says what was looked for."""

    reason: str


Known: TypeAlias = Stated[T] | Unknown


def value_of(known: Known[T]) -> T | None:
    """The value, or None where it is unknown: for borders (graph, JSON) that have no third form."""
    return known.value if isinstance(known, Stated) else None
