"""Traps: strings in the gold that look like a fact and are none."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from extract.measuring.facts import Fact
from extract.measuring.form import FormError, Row, normalise
from extract.measuring.pairing import Pairing

_CUTS = re.compile(r"[/,;]| or ")
_WORD = re.compile(r"\w+")


class TrapRule(BaseModel):
    """What the gold's free text means: a found fact of `kind` takes a trap that says it is not one of `parts`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str
    parts: tuple[str, ...]
    key: str | None = None


class _TrapRules(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    trap: tuple[TrapRule, ...]


@cache
def trap_rules() -> tuple[TrapRule, ...]:
    """The rules of `traps.toml`, in its order."""
    return _TrapRules.model_validate(tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))).trap


@dataclass(frozen=True, slots=True)
class Trap:
    """A string of the gold that must not be taken for what it looks like."""

    surface: str
    line: int
    denied: str  # what it is not, in free text
    why: str

    @classmethod
    def of(cls, row: Row) -> Trap:
        """The trap in a row of `traps`."""
        surface, line, denied = row.at("surface"), row.at("line"), row.at("not")
        if not (isinstance(surface, str) and isinstance(line, int) and isinstance(denied, str)):
            raise FormError("a trap with `surface`, `line` and `not`", dict(row.values))
        return cls(surface, line, denied, str(row.at("why") or ""))

    def rules(self, kinds: Mapping[str, Any], organisations: frozenset[str]) -> Iterator[TrapRule]:
        """The rules by which it is scored, if any; `organisations` are the canonical names in the gold."""
        denied = {part.strip() for part in _CUTS.split(self.denied)}
        for rule in trap_rules():
            named = rule.kind == "organisation" and denied & organisations
            if rule.kind in kinds and (named or denied.intersection(rule.parts)):
                yield rule

    def taken_by(self, fact: Fact, rule: TrapRule, tolerance: int) -> bool:
        """Whether a wrong fact stands here, and overlaps the surface where it has one."""
        near = any(abs(line - self.line) <= tolerance for line in fact.lines)
        mine, other = (" ".join(_WORD.findall(normalise(text))) for text in (self.surface, fact.surface))
        overlaps = mine in other or other in mine
        return near and overlaps and (rule.key is None or rule.key in fact.key)


@dataclass(frozen=True, slots=True)
class SprungTrap:
    """A trap that is scored, and the fact that took it, if one did."""

    trap: Trap
    fact: Fact | None

    def __str__(self) -> str:
        trap = self.trap
        return f"{trap.surface!r} is not {trap.denied} ({trap.why}); found: {self.fact}"


def spring(
    traps: Iterator[Row], pairings: Mapping[str, Pairing], organisations: frozenset[str], tolerance: int
) -> Iterator[SprungTrap]:
    """What became of the traps that can be scored."""
    for trap in map(Trap.of, traps):
        if rules := tuple(trap.rules(pairings, organisations)):
            takers = (
                fact for rule in rules for fact in pairings[rule.kind].extra if trap.taken_by(fact, rule, tolerance)
            )
            yield SprungTrap(trap, next(takers, None))
