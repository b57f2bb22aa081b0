"""Patterns as data: TOML beside a component, validated when it loads.

A file has `[atoms]`, named pieces of regular expression, and `[[rules]]`, each a name, a pattern and the confidence of
what it finds. A pattern refers to an atom as `{{name}}`; atoms may refer to atoms above them. Blank space in a pattern
(backslash s) is blank space inside a paragraph: it never crosses the newline that ends one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

M = TypeVar("M", bound=BaseModel)
_ATOM = re.compile(r"\{\{(\w+)\}\}")


class Strict(BaseModel):
    """A data file's table: unknown keys are an error, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Rule(Strict):
    """One pattern, and how far to trust what it finds."""

    name: str
    pattern: str
    confidence: float = Field(default=1.0, gt=0, le=1)
    ignore_case: bool = False
    type: str | None = None  # what kind of thing the rule finds, where its component tells kinds apart

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.pattern, re.IGNORECASE if self.ignore_case else 0)


class Patterns(Strict):
    """The rules of a component with their atoms already put in, and its word lists."""

    atoms: dict[str, str] = {}
    rules: tuple[Rule, ...] = ()
    words: dict[str, tuple[str, ...]] = {}

    @model_validator(mode="before")
    @classmethod
    def _put_atoms_in(cls, data: object) -> object:
        if not isinstance(data, Mapping):
            return data
        atoms: dict[str, str] = {
            name: alternatives(words) for name, words in dict(data.get("words", {})).items() if isinstance(words, list)
        }
        for name, pattern in dict(data.get("atoms", {})).items():
            atoms[name] = fill(pattern, atoms)
        rules = [{**rule, "pattern": fill(rule["pattern"], atoms)} for rule in data.get("rules", ())]
        return {**data, "atoms": atoms, "rules": rules}

    def rule(self, name: str) -> Rule:
        """The rule of that name; a component asks only for names that its file has."""
        return self._by_name[name]

    def vocabulary(self, name: str) -> frozenset[str]:
        """A word list in lower case."""
        return frozenset(word.lower() for word in self.words.get(name, ()))

    def atom(self, name: str) -> re.Pattern[str]:
        """An atom on its own."""
        return re.compile(self.atoms[name])

    @cached_property
    def _by_name(self) -> dict[str, Rule]:
        return {rule.name: rule for rule in self.rules}


def alternatives(words: list[str] | tuple[str, ...]) -> str:
    """A pattern for any of the words, longest first, so that a shorter one does not cut a longer."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def fill(pattern: str, atoms: Mapping[str, str]) -> str:
    """The pattern with its `{{atoms}}` put in. An unknown atom is a `KeyError`: the file does not load."""
    inside = pattern.replace(r"\s", r"[^\S\n]")
    return _ATOM.sub(lambda match: atoms[match.group(1)], inside)


def load(path: Path, model: type[M]) -> M:
    """A TOML file as a model; unknown keys and bad patterns are errors."""
    return model.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


def load_patterns(component: str) -> Patterns:
    """The patterns of a component: `patterns.toml` beside the Python file given."""
    patterns = load(Path(component).with_name("patterns.toml"), Patterns)
    for rule in patterns.rules:
        _ = rule.regex
    return patterns
