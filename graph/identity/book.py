"""The book: what people have judged and corrected, one JSON object a line, to be kept under version control.

    {"judge": {"kind": "Person", "left": "…", "right": "…", "verdict": "same"}, "by": "Ida Bro", "date": "2026-11-21"}
    {"link": {"from": "…", "to": "…", "verdict": "different"}, "by": "Ida Bro", "date": "2026-11-21", "why": "…"}
    {"correct": {"fact": "…", "field": "option", "read": "for", "value": "against"}, "by": "…", "date": "…"}

A judgement is about two names (verdict same, different or unsure), a link about two points (same: one case; different:
kept apart), a correction about one field of one fact; `value` null withdraws the fact. A later entry about the same
subject takes the place of an earlier one, which stays where it is. Nothing but an editor ever removes a line.
"""

from __future__ import annotations

import datetime
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from graph.errors import BookLineInvalid, BookUnreadable, JudgementsContradict
from graph.identity.judgements import RULE, Judgement, Reason, Verdict, partition
from graph.identity.named import NamedKind

POINT = "AgendaItem"  # the kind of a judgement on two points
Scalar: TypeAlias = str | int | float | bool | None
_FORM = 'An entry has one of "judge", "link" and "correct", and "by", "date" (YYYY-MM-DD) and, if wanted, "why".'


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Judge(_Strict):
    """Whether two names mean one thing."""

    kind: NamedKind
    left: str = Field(min_length=1)
    right: str = Field(min_length=1)
    verdict: Verdict

    @model_validator(mode="after")
    def _about_two(self) -> Judge:
        if self.left == self.right:
            raise ValueError("left and right are one id")
        return self


class LinkOf(_Strict):
    """Whether two points belong to one case."""

    start: str = Field(alias="from", min_length=1)
    end: str = Field(alias="to", min_length=1)
    verdict: Literal[Verdict.SAME, Verdict.DIFFERENT]

    @model_validator(mode="after")
    def _about_two(self) -> LinkOf:
        if self.start == self.end:
            raise ValueError("from and to are one id")
        return self


class Correct(_Strict):
    """What a field of a fact should say: `read` is what the program reads, `value` what is right (null: nothing)."""

    fact: str = Field(min_length=1)
    field: str = Field(min_length=1)
    read: Scalar
    value: Scalar


class Entry(_Strict):
    """One line: one statement of one person."""

    judge: Judge | None = None
    link: LinkOf | None = None
    correct: Correct | None = None
    by: str = Field(min_length=1)
    date: datetime.date
    why: str | None = None

    @model_validator(mode="after")
    def _one_statement(self) -> Entry:
        if sum(part is not None for part in (self.judge, self.link, self.correct)) != 1:
            raise ValueError('one of "judge", "link" and "correct" is needed')
        if self.by == RULE:
            raise ValueError(f'"by" is the name of a person, never "{RULE}"')
        return self

    @property
    def subject(self) -> tuple[str, ...]:
        """What it is about: of two entries with one subject the later counts."""
        if self.judge:
            return ("judge", self.judge.kind.value, *sorted((self.judge.left, self.judge.right)))
        if self.link:
            return ("link", *sorted((self.link.start, self.link.end)))
        assert self.correct is not None  # noqa: S101  (by _one_statement)
        return ("correct", self.correct.fact, self.correct.field)

    @property
    def judgement(self) -> Judgement | None:
        """The entry as a judgement; none where it is a correction."""
        if self.judge:
            kind, ends, verdict = self.judge.kind.value, (self.judge.left, self.judge.right), self.judge.verdict
        elif self.link:
            kind, ends, verdict = POINT, (self.link.start, self.link.end), self.link.verdict
        else:
            return None
        reason = Reason("judged", self.why or "")
        return Judgement(kind, *ends, verdict, author=self.by, rule="person", reason=reason, date=self.date)

    def line(self) -> str:
        """The entry as it is written, with its line end."""
        plain = self.model_dump(mode="json", by_alias=True, exclude_unset=True)
        return json.dumps(plain, ensure_ascii=False) + "\n"


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction that counts, with its line."""

    fact: str
    field: str
    read: Scalar
    value: Scalar  # none: the fact is withdrawn
    by: str
    date: datetime.date
    why: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Book:
    """The entries in their order, each with its line (from 1)."""

    entries: tuple[tuple[int, Entry], ...] = ()

    def standing(self) -> list[tuple[int, Entry]]:
        """The entries that no later one replaces, in their order."""
        last = {entry.subject: line for line, entry in self.entries}
        return [(line, entry) for line, entry in self.entries if last[entry.subject] == line]

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """What people judge of names."""
        found = (entry.judgement for _, entry in self.standing() if entry.judge)
        return tuple(judgement for judgement in found if judgement)

    @property
    def links(self) -> tuple[Judgement, ...]:
        """What people judge of points: judgements of the kind `POINT`."""
        found = (entry.judgement for _, entry in self.standing() if entry.link)
        return tuple(judgement for judgement in found if judgement)

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What people correct."""
        return tuple(
            Correction(**entry.correct.model_dump(), by=entry.by, date=entry.date, why=entry.why, line=line)
            for line, entry in self.standing()
            if entry.correct
        )


def read_book(path: Path) -> Book:
    """The book of a file; an empty one where there is none yet.

    Raises `BookUnreadable`, `BookLineInvalid`, and `JudgementsContradict` with the lines that contradict each other.
    """
    if not path.exists():
        return Book()
    return parse_book(_text(path), str(path))


def parse_book(text: str, name: str = "") -> Book:
    """The book in a text; `name` is for errors."""
    lines = enumerate(text.removeprefix("\ufeff").split("\n"), 1)
    book = Book(tuple((number, _entry(number, line, name)) for number, line in lines if line.strip()))
    _check(book, name)
    return book


def append(path: Path, entries: Iterable[Entry]) -> Book:
    """Write entries at the end of a book and give the whole; what it says already is not written again.

    All or nothing: the file is replaced in one step, and not at all where the entries contradict what it says. Raises
    what `read_book` raises.
    """
    before = _text(path) if path.exists() else ""
    book = parse_book(before, str(path))
    added = _new(book, entries)
    if not added:
        return book
    gap = "" if not before or before.endswith("\n") else "\n"
    after = before + gap + "".join(entry.line() for entry in added)
    book = parse_book(after, str(path))
    _replace(path, after)
    return book


def _new(book: Book, entries: Iterable[Entry]) -> list[Entry]:
    standing = {entry.subject: entry for _, entry in book.standing()}
    added: list[Entry] = []
    for entry in entries:
        if _said(standing.get(entry.subject)) != _said(entry):
            standing[entry.subject] = entry
            added.append(entry)
    return added


def _said(entry: Entry | None) -> tuple[object, ...] | None:
    """What an entry says whatever its date, and whichever end of a pair stands first."""
    if entry is None:
        return None
    part = entry.judge or entry.link
    said: object = part.verdict if part else entry.correct
    return (entry.subject, said, entry.by, entry.why)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BookUnreadable(f"The file of judgements {path} is not UTF-8.", "Save it as UTF-8.") from error
    except OSError as error:
        raise BookUnreadable(f"The file of judgements {path} cannot be read.", "Check path and rights.") from error


def _replace(path: Path, text: str) -> None:
    """Put a text in the place of a file in one step; a link stays a link, and the rights stay."""
    target = path.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, mode)  # noqa: PTH101
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        message = f"The file of judgements {path} cannot be written; nothing was changed."
        raise BookUnreadable(message, "Check path, rights and space.") from error


def _entry(number: int, line: str, name: str) -> Entry:
    try:
        return Entry.model_validate(json.loads(line, object_pairs_hook=_once, parse_constant=_no_number))
    except json.JSONDecodeError as error:
        raise _invalid(number, name, f"is not JSON ({error.msg}, column {error.colno})") from error
    except ValidationError as error:
        raise _invalid(number, name, f"is no entry: {'; '.join(_faults(error))}") from error
    except (ValueError, RecursionError) as error:
        raise _invalid(number, name, f"is no entry: {error}") from error


def _once(pairs: Sequence[tuple[str, Any]]) -> Mapping[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(printed: str) -> float:
    raise ValueError(f"{printed} is no number")


def _faults(error: ValidationError) -> Iterator[str]:
    for fault in error.errors():
        place = ".".join(str(step) for step in fault["loc"])
        unknown = fault["type"] == "extra_forbidden"
        yield f"unknown key {place}" if unknown else f"{place}: {fault['msg']}" if place else fault["msg"]


def _invalid(number: int, name: str, fault: str) -> BookLineInvalid:
    return BookLineInvalid(number, f"Line {number} of {name or 'the book'} {fault}.", _FORM)


def _check(book: Book, name: str) -> None:
    """Whether what stands can all hold; JudgementsContradict that names the lines."""
    lines = {entry.judgement: line for line, entry in book.standing() if entry.judgement}
    try:
        partition(lines)
    except JudgementsContradict as error:
        found = [lines[judgement] for judgement in error.judgements]
        told = ", ".join(map(str, sorted(found)))
        message = f"Lines {told} of {name or 'the book'} contradict each other. {error.message}"
        raise JudgementsContradict(error.judgements, error.cycle, message, error.cure) from error
